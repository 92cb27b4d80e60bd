import createClient, { type Client } from "openapi-fetch";
import { refusal } from "./errors.js";
import type { paths } from "./generated/schema.js";
import type { Transport } from "./transport.js";

/** Every operation of the API by its path, typed by the document. */
export type Api = Client<paths>;

export function createApi(server: string, token: string | undefined, transport: Transport): Api {
  return createClient<paths>({
    baseUrl: server,
    fetch: (request) => transport.send(request),
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    // A token follows no redirect; only downloads have one, and ask for it.
    redirect: "manual",
  });
}

/** What a call of `Api` comes to. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; a problem is thrown. */
export async function answered<T>(call: Promise<Answer<T>>, transport: Transport): Promise<NonNullable<T>> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (error) {
    throw error instanceof SyntaxError ? notJson(error) : transport.unreachable(error);
  }
  if (!answer.response.ok || answer.data === undefined || answer.data === null) {
    throw refusal(answer.response.status, new URL(answer.response.url || "about:blank").pathname, answer.error);
  }
  return answer.data;
}

function notJson(cause: SyntaxError): Error {
  return new Error(`the answer is no JSON (${cause.message}); is this the address of a registry?`, { cause });
}
