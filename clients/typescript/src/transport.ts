import { UnreachableError } from "./errors.js";

/** How often a request is sent again when the server cannot be reached or says that it is busy. */
const RETRIES = 3;
/** The first pause before a request is sent again, in milliseconds; each next one is twice as long. */
const FIRST_PAUSE = 200;
/** The longest pause that a server can ask for, in milliseconds. Whoever asks for more gets no second request. */
const LONGEST_PAUSE = 30_000;
/** How much longer than for an answer we wait for one that is work: a publish reads every byte of the model. */
const WORK_FACTOR = 10;
/** Statuses that may be another one next time. */
const PASSING = new Set([429, 502, 503, 504]);

/** Sends requests, again where that can have no second effect, and not without an end. */
export class Transport {
  constructor(
    private readonly server: string,
    /** How long the server may be silent, in milliseconds. */
    private readonly timeout: number,
    private readonly fetch: (request: Request) => Promise<Response>,
  ) {}

  /**
   * Sends a request. A POST gets an idempotency key of its own, so that sending it again after a lost answer has no second
   * effect. A `body` is sent again from its beginning, and not held in memory for that.
   */
  async send(request: Request, body?: Blob): Promise<Response> {
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", randomKey());
    }
    const retries = isSafe(request, body) ? RETRIES : 0;
    for (let attempt = 0; ; attempt++) {
      const sent = await this.once(body === undefined ? request.clone() : new Request(request, { body }));
      const pause = attempt < retries ? pauseAfter(sent, attempt) : undefined;
      if (pause === undefined) {
        if (sent instanceof Response) {
          return sent;
        }
        throw sent;
      }
      await sleep(pause, request.signal);
    }
  }

  /** Waits for the next bytes of an answer. */
  async next<T>(bytes: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(this.silent(this.timeout)), this.timeout);
    });
    try {
      return await Promise.race([bytes, silence]);
    } catch (error) {
      throw this.unreachable(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** One attempt. That the network failed is an answer too: another attempt may follow. */
  private async once(request: Request): Promise<Response | UnreachableError> {
    const patience = request.method === "GET" ? this.timeout : this.timeout * WORK_FACTOR;
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), patience);
    try {
      return await this.fetch(new Request(request, { signal: AbortSignal.any([request.signal, silence.signal]) }));
    } catch (error) {
      request.signal.throwIfAborted();
      // A server that was silent for so long has had its time.
      if (silence.signal.aborted) {
        throw this.silent(patience);
      }
      const failure = this.unreachable(error);
      if (failure instanceof UnreachableError) {
        return failure;
      }
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  /** `fetch` tells that the network failed by a `TypeError`. Anything else is what it is. */
  unreachable(error: unknown): unknown {
    return error instanceof TypeError
      ? new UnreachableError(`no answer from ${this.server}: ${reasonOf(error)}`, { cause: error })
      : error;
  }

  private silent(patience: number): UnreachableError {
    return new UnreachableError(`${this.server} was silent for ${patience} ms; try again, or raise \`timeout\``);
  }
}

/** Node says why in the cause, browsers say nothing. */
function reasonOf(error: TypeError): string {
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

/** Whether sending a request a second time can have no effect of its own; an upload is known by the digest that it promises. */
function isSafe(request: Request, body: Blob | undefined): boolean {
  return ["GET", "HEAD", "POST"].includes(request.method) || body !== undefined;
}

/** How long to wait before the next attempt; nothing when another one would end like this one. */
function pauseAfter(sent: Response | UnreachableError, attempt: number): number | undefined {
  const own = FIRST_PAUSE * 2 ** attempt;
  if (!(sent instanceof Response)) {
    return own;
  }
  if (!PASSING.has(sent.status)) {
    return undefined;
  }
  // A date instead of seconds counts as none.
  const asked = (Number(sent.headers.get("Retry-After")) || 0) * 1000;
  return asked <= LONGEST_PAUSE ? Math.max(asked, own) : undefined;
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
  signal.throwIfAborted();
}

/** `crypto.randomUUID` is missing on pages that came without TLS; this is not. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16).padStart(8, "0")).join("");
}
