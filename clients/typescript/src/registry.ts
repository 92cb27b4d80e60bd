import { checkedAddress, checkedToken } from "./address.js";
import { answered, createApi, type Answer, type Api } from "./api.js";
import { portableSha256, type Sha256 } from "./digest.js";
import { Downloader, type Manifest } from "./download.js";
import { IntegrityError, RegistryError } from "./errors.js";
import { lineOf, parseModel, parseReference } from "./reference.js";
import { Transport } from "./transport.js";
import type * as Types from "./types.js";
import { Uploader } from "./upload.js";

const MODEL = "/api/v1/namespaces/{namespace}/models/{model}";
/** The most items of a page. */
const PAGE = 500;
/** How long the server may be silent when nobody says so, in milliseconds. */
const TIMEOUT = 60_000;

/** Which registry, and who asks. */
export interface RegistryOptions {
  /** The address of the server, such as `https://registry.example`. Plain HTTP is for this machine alone. */
  url: string;
  /** The token; reading may need none. */
  token?: string | undefined;
  /** How long the server may be silent, in milliseconds; ten times as long while it works. 60 000 without it. */
  timeout?: number;
  /** Another `fetch`, for a proxy or for tests. */
  fetch?: (request: Request) => Promise<Response>;
  /** Another SHA-256, which may be faster; that of `model-registry-client/node` is. */
  sha256?: () => Sha256;
}

/** A registry. References are `namespace/model@SELECTOR`: `1.2.3`, `^1.2`, `latest`, a channel or `sha256:…`. */
export class Registry {
  /** Every operation of the API, typed, with token, retries and time limits; answers as they are. */
  readonly api: Api;
  readonly #transport: Transport;
  readonly #sha256: () => Sha256;

  constructor({ url, token, timeout = TIMEOUT, fetch = globalThis.fetch.bind(globalThis), sha256 }: RegistryOptions) {
    const server = checkedAddress(url);
    this.#transport = new Transport(server, timeout, fetch);
    this.#sha256 = sha256 ?? portableSha256;
    this.api = createApi(server, token === undefined ? undefined : checkedToken(token), this.#transport);
  }

  /** The one version that a reference means. */
  async resolve(reference: string, options: Types.ResolveOptions = {}): Promise<Types.Resolution> {
    const { namespace, model, selector = "latest" } = parseReference(reference);
    const query = {
      ref: selector,
      ...(options.fallback === undefined ? {} : { fallback: options.fallback }),
      ...(options.prereleases === true ? { prerelease: "include" } : {}),
    };
    const params = { path: { namespace, model }, query };
    const found = await this.#answered(this.api.GET(`${MODEL}/resolve`, { ...call(options), params }));
    if (selector.startsWith("sha256:") && found.digest !== selector) {
      throw new IntegrityError(`${reference} is answered with ${found.version}, whose digest is ${found.digest}`);
    }
    return found;
  }

  /**
   * Uploads files and publishes them as one version; namespace and model are made when they are missing.
   *
   * @throws PublishRefused when the number announces less than changed, with the reasons.
   */
  async publish(
    model: string,
    version: Types.VersionNumber,
    files: Types.SourceFile[],
    options: Types.PublishOptions = {},
  ): Promise<Types.Version> {
    const path = parseModel(model);
    const line =
      typeof version === "string" ? lineOf(version) : (version.line ?? (await this.#highestLine(model, options)));
    const uploader = new Uploader(this.api, this.#transport, this.#sha256, path, line, call(options));
    const sent = [];
    for (const file of files) {
      sent.push(await uploader.send(file));
    }
    const { signal: _signal, dryRun, ...stated } = options;
    const number = typeof version === "string" ? { version } : version;
    const body = { ...stated, ...number, files: sent, upload_line: line };
    const params = { path, query: dryRunOf(dryRun) };
    return this.#answered(this.api.POST(`${MODEL}/versions`, { ...call(options), params, body }));
  }

  /** Lets a channel serve a version: `ns/model@1.2.3`. */
  async promote(reference: string, channel: string, options: Types.PromoteOptions = {}): Promise<Types.Promotion> {
    const { namespace, model, selector } = parseReference(reference);
    if (selector === undefined) {
      throw new TypeError(`\`${reference}\` does not name one version; write \`${reference}@1.2.3\``);
    }
    const { reason, allowMajor, dryRun, ifRevision } = options;
    const body = {
      version: selector,
      ...(reason === undefined ? {} : { reason }),
      ...(allowMajor === undefined ? {} : { allow_major: allowMajor }),
    };
    const params = { path: { namespace, model, channel }, query: dryRunOf(dryRun), header: ifMatch(ifRevision) };
    return this.#answered(this.api.POST(`${MODEL}/channels/{channel}/promote`, { ...call(options), params, body }));
  }

  /** Lets a channel serve the most recent earlier version that can still be served; again, and it goes further back. */
  async rollback(model: string, channel: string, options: Types.RollbackOptions): Promise<Types.RollbackDone> {
    const { reason, toVersion, expectedVersion, strict, dryRun, ifRevision } = options;
    const body = {
      reason,
      ...(toVersion === undefined ? {} : { to_version: toVersion }),
      ...(expectedVersion === undefined ? {} : { expected_version: expectedVersion }),
      ...(strict === undefined ? {} : { strict }),
    };
    const path = { ...parseModel(model), channel };
    const params = { path, query: dryRunOf(dryRun), header: ifMatch(ifRevision) };
    return this.#answered(this.api.POST(`${MODEL}/channels/{channel}/rollback`, { ...call(options), params, body }));
  }

  /** Every move of a channel, the newest first; page after page, as far as it is read. */
  async *history(
    model: string,
    channel: string,
    options: Types.CallOptions = {},
  ): AsyncGenerator<Types.ChannelRevision, void, undefined> {
    const path = { ...parseModel(model), channel };
    let next: { page_token?: string } | undefined = {};
    while (next !== undefined) {
      const params = { path, query: { page_size: PAGE, ...next } };
      const request = this.api.GET(`${MODEL}/channels/{channel}/revisions`, { ...call(options), params });
      const page: { items: Types.ChannelRevision[]; next_page_token?: string } = await this.#answered(request);
      yield* page.items;
      next = page.next_page_token === undefined ? undefined : { page_token: page.next_page_token };
    }
  }

  /** The files of the version that a reference means, out of its manifest, whose digest is checked. */
  async manifest(reference: string, options: Types.ResolveOptions = {}): Promise<Manifest> {
    const { namespace, model, version, digest } = await this.resolve(reference, options);
    return this.#downloader(options).manifest({ namespace, model }, version, digest);
  }

  /**
   * The bytes of a file as they come; a file of any size passes through little memory.
   *
   * @throws IntegrityError after the last byte when they are not those that were published: keep nothing before that.
   */
  async *stream(
    reference: string,
    path: string,
    options: Types.ResolveOptions = {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const manifest = await this.manifest(reference, options);
    const file = manifest.files.find((file) => file.path === path);
    if (file === undefined) {
      const there = manifest.files.map((file) => `\`${file.path}\``).join(", ");
      throw new TypeError(`${manifest.version} has no file \`${path}\`; it has ${there}`);
    }
    yield* this.bytes(manifest, file, options);
  }

  /** The bytes of a file of a manifest; otherwise as `stream`. */
  bytes(manifest: Manifest, file: Types.File, options: Types.CallOptions = {}) {
    return this.#downloader(options).bytes(manifest, file);
  }

  /**
   * The bytes of a file, which were published under that path.
   *
   * @throws IntegrityError when the server sends anything else.
   */
  async download(reference: string, path: string, options: Types.ResolveOptions = {}): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.stream(reference, path, options)) {
      pieces.push(piece);
    }
    return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  }

  /** The line in which a number will rise, if nothing larger changed. Another one costs the server a copy. */
  async #highestLine(model: string, options: Types.CallOptions): Promise<string> {
    try {
      return lineOf((await this.resolve(model, { ...call(options), fallback: "error" })).version);
    } catch (error) {
      if (error instanceof RegistryError && error.status === 404) {
        return "1";
      }
      throw error;
    }
  }

  #downloader(options: Types.CallOptions): Downloader {
    return new Downloader(this.api, this.#transport, this.#sha256, call(options));
  }

  #answered<T>(request: Promise<Answer<T>>): Promise<NonNullable<T>> {
    return answered(request, this.#transport);
  }
}

function call({ signal }: Types.CallOptions): Types.CallOptions {
  return signal === undefined ? {} : { signal };
}

function dryRunOf(dryRun: boolean | undefined) {
  return dryRun === undefined ? {} : { dry_run: dryRun };
}

/** A revision is the entity tag of its channel. */
function ifMatch(revision: number | undefined) {
  return revision === undefined ? {} : { "If-Match": `"${revision}"` };
}
