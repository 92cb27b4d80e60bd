import { answered, type Api } from "./api.js";
import { base64, hashBlob, hex, type Sha256 } from "./digest.js";
import type { ModelPath } from "./reference.js";
import type { Transport } from "./transport.js";
import type { CallOptions, SourceFile, Upload } from "./types.js";

/** Files that are larger than this go in parts, in bytes. */
const WHOLE_MAX = 64 * 1024 * 1024;
/** How many parts travel at a time. */
const WORKERS = 4;
/** The pauses before asking again whether an upload was verified, in milliseconds. */
const FIRST_POLL = 100;
const LONGEST_POLL = 2_000;

const UPLOAD = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}";

/** A file as a version lists it. */
export interface FileRef {
  path: string;
  sha256: string;
  size: number;
  media_type?: string;
}

/** Sends files to the storage path of a line. */
export class Uploader {
  constructor(
    private readonly api: Api,
    private readonly transport: Transport,
    private readonly sha256: () => Sha256,
    private readonly model: ModelPath,
    private readonly line: string,
    private readonly call: CallOptions,
  ) {}

  /** Sends a file. What an interrupted attempt has sent is not sent again. */
  async send({ path, content, mediaType }: SourceFile): Promise<FileRef> {
    // Whoever writes into the array meanwhile does not change what is sent.
    const blob = content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]);
    const sha256 = hex(await hashBlob(blob, this.sha256));
    const announced = await this.answered(
      this.api.POST("/api/v1/namespaces/{namespace}/models/{model}/uploads", {
        ...this.call,
        params: { path: this.model },
        body: { sha256, size: blob.size, line: this.line },
      }),
    );
    if (blob.size > WHOLE_MAX || announced.url === undefined) {
      await this.inParts(announced, blob, path);
    } else if (announced.state !== "complete") {
      await this.whole(announced, blob);
    }
    return { path, sha256, size: blob.size, ...(mediaType === undefined ? {} : { media_type: mediaType }) };
  }

  private async whole(upload: Upload, blob: Blob): Promise<void> {
    await this.answered(
      this.api.PUT(`${UPLOAD}/content`, { ...this.call, ...this.bytes(blob), params: { path: this.place(upload) } }),
    );
  }

  private async inParts(announced: Upload, blob: Blob, path: string): Promise<void> {
    let upload = announced;
    let completed = false;
    while (upload.state !== "complete") {
      if (upload.state === "verifying") {
        upload = await this.verified(upload);
      } else if (completed && upload.refused_sha256 !== undefined) {
        throw new Error(
          `\`${path}\`: what was sent has the digest ${upload.refused_sha256}; was it changed meanwhile?`,
        );
      } else {
        await this.sendMissing(upload, blob);
        completed = true;
        const call = { ...this.call, params: { path: this.place(upload) }, body: {} };
        upload = await this.answered(this.api.POST(`${UPLOAD}/complete`, call));
      }
    }
  }

  /** Asks until the server has read the whole. */
  private async verified(upload: Upload): Promise<Upload> {
    let pause = FIRST_POLL;
    let asked = upload;
    while (asked.state === "verifying") {
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_POLL);
      asked = await this.answered(this.api.GET(UPLOAD, { ...this.call, params: { path: this.place(upload) } }));
    }
    return asked;
  }

  /** Several workers take one part after the other; the first that fails stops all. */
  private async sendMissing(upload: Upload, blob: Blob): Promise<void> {
    const there = new Set(upload.parts?.map((part) => part.number));
    const missing = Array.from({ length: upload.part_count }, (_, index) => index + 1).filter(
      (part) => !there.has(part),
    );
    const work = async () => {
      for (let part = missing.shift(); part !== undefined; part = missing.shift()) {
        await this.sendPart(upload, part, blob).catch((error: unknown) => {
          missing.length = 0;
          throw error;
        });
      }
    };
    const done = await Promise.allSettled(Array.from({ length: WORKERS }, work));
    for (const { reason } of done.filter((worker) => worker.status === "rejected")) {
      throw reason;
    }
  }

  private async sendPart(upload: Upload, number: number, blob: Blob): Promise<void> {
    const start = (number - 1) * upload.part_size;
    const part = blob.slice(start, start + upload.part_size);
    const digest = `sha-256=:${base64(await hashBlob(part, this.sha256))}:`;
    await this.answered(
      this.api.PUT(`${UPLOAD}/parts/{number}`, {
        ...this.call,
        ...this.bytes(part),
        params: { path: { ...this.place(upload), number }, header: { "Content-Digest": digest } },
      }),
    );
  }

  /** A body of bytes, which is sent as it is. */
  private bytes(body: Blob) {
    return {
      body,
      bodySerializer: (blob: Blob) => blob,
      headers: { "Content-Type": "application/octet-stream" },
      fetch: (request: Request) => this.transport.send(request, body),
    };
  }

  private place(upload: Upload) {
    return { ...this.model, upload: upload.id };
  }

  private answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
    return answered(call, this.transport);
  }
}
