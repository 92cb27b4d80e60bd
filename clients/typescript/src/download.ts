import { answered, type Api } from "./api.js";
import { hex, manifestDigest, type Sha256 } from "./digest.js";
import { IntegrityError, refusal } from "./errors.js";
import type { ModelPath } from "./reference.js";
import type { Transport } from "./transport.js";
import type { CallOptions, File } from "./types.js";

const VERSION = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}";

/** One version, whose manifest holds. */
export interface Manifest extends ModelPath {
  /** The number. */
  version: string;
  /** The digest of the manifest, which names the version and all that it is made of. */
  digest: string;
  /** The files, by path. */
  files: File[];
}

/** Fetches manifests and files, and lets nothing through that its digest does not promise. */
export class Downloader {
  constructor(
    private readonly api: Api,
    private readonly transport: Transport,
    private readonly sha256: () => Sha256,
    private readonly call: CallOptions,
  ) {}

  /** The manifest of a version. A server that sends another list of files does not get past its digest. */
  async manifest(model: ModelPath, version: string, digest: string): Promise<Manifest> {
    const path = { ...model, version };
    const call = this.api.GET(`${VERSION}/manifest`, { ...this.call, params: { path } });
    const manifest = await answered(call, this.transport);
    const found = manifestDigest(manifest, this.sha256);
    if (found !== digest) {
      const name = `${model.namespace}/${model.model}@${version}`;
      throw new IntegrityError(
        `the manifest of ${name} has the digest ${found}, but the version is named by ${digest}: ask who runs the registry`,
      );
    }
    const files = manifest["files"] as File[];
    files.forEach(({ path }) => checkPath(path));
    return { ...model, version, digest, files };
  }

  /** The bytes of a file as they come. The last step fails when they are not those that the manifest promises. */
  async *bytes({ namespace, model, version }: Manifest, file: File): AsyncGenerator<Uint8Array, void, undefined> {
    const hash = this.sha256();
    let size = 0;
    const body = await this.open({ namespace, model, version, path: file.path });
    const reader = body.getReader();
    try {
      for (let piece = await this.next(reader); !piece.done; piece = await this.next(reader)) {
        hash.update(piece.value);
        size += piece.value.length;
        if (size > file.size) {
          break;
        }
        yield piece.value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
    const found = hex(hash.digest());
    if (size !== file.size || found !== file.sha256) {
      const got = size > file.size ? "more" : `${size} bytes with the digest ${found}`;
      throw new IntegrityError(
        `\`${file.path}\` has ${file.size} bytes with the digest ${file.sha256} in the manifest, but the server sent ${got}`,
      );
    }
  }

  private next(reader: ReadableStreamDefaultReader<Uint8Array>) {
    return this.transport.next(reader.read());
  }

  /** Asks for a file. A redirect leads to an object store; `fetch` leaves the token out when it follows one elsewhere. */
  private async open(path: ModelPath & { version: string; path: string }): Promise<ReadableStream<Uint8Array>> {
    const options = { ...this.call, params: { path }, parseAs: "stream" as const, redirect: "follow" as const };
    const { data, error, response } = await this.api.GET(`${VERSION}/files/{path}`, options);
    if (!data) {
      throw refusal(response.status, new URL(response.url).pathname, error);
    }
    return data;
  }
}

/** A path that climbs out of its folder would let a publisher write anywhere. */
function checkPath(path: string): void {
  const isBad = (segment: string) => segment === "" || segment === "." || segment === "..";
  if (/[\\:\0]/.test(path) || path.split("/").some(isBad)) {
    throw new IntegrityError(`the manifest lists \`${path}\`, which is no path inside a version`);
  }
}
