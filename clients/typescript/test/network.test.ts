import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { Registry, RegistryError, UnreachableError } from "model-registry-client";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that gives one answer after the other, the last one for ever, and notes what it was asked. */
async function answering(t: TestContext, ...answers: Answer[]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request);
    request.resume().on("end", () => answer?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const json = (status: number, body: unknown, headers = {}): Answer => {
  return (_request, response) => response.writeHead(status, headers).end(JSON.stringify(body));
};
const busy = json(503, { code: "busy", detail: "too many at once" }, { "Retry-After": "0" });
const hangUp: Answer = (request) => void request.socket.destroy();
const silent: Answer = () => undefined;

test("a POST is sent again with the key that it had", async (t) => {
  const { asked, url } = await answering(t, busy, hangUp, json(201, { name: "acme" }));
  const { data } = await new Registry({ url }).api.POST("/api/v1/namespaces", { body: { name: "acme" } });
  assert.equal(data?.name, "acme");
  const keys = asked.map((request) => request.headers["idempotency-key"]);
  assert.equal(keys.length, 3);
  assert.match(String(keys[0]), /^[0-9a-f]{32}$/);
  assert.equal(new Set(keys).size, 1);
});

test("a request that may have had its effect is sent once", async (t) => {
  const { asked, url } = await answering(t, hangUp);
  const call = new Registry({ url }).api.PUT("/api/v1/namespaces/{namespace}/policy", {
    params: { path: { namespace: "acme" }, header: { "If-Match": '"0"' } },
    body: {},
  });
  await assert.rejects(call, UnreachableError);
  assert.equal(asked.length, 1);
});

test("retries end, and the last answer is the error", async (t) => {
  const { asked, url } = await answering(t, busy);
  const refused: unknown = await new Registry({ url }).resolve("acme/iris").catch((error) => error);
  assert.ok(refused instanceof RegistryError);
  assert.equal(`${refused.status} ${refused.code}: ${refused.message}`, "503 busy: too many at once");
  assert.equal(asked.length, 4);
});

test("whoever asks for a long pause gets no second request", async (t) => {
  const { asked, url } = await answering(t, json(429, { code: "busy", detail: "later" }, { "Retry-After": "31" }));
  await assert.rejects(new Registry({ url }).resolve("acme/iris"), RegistryError);
  assert.equal(asked.length, 1);
});

test("a server that says nothing is not waited for, nor asked again", async (t) => {
  const { asked, url } = await answering(t, silent);
  await assert.rejects(new Registry({ url, timeout: 50 }).resolve("acme/iris"), /was silent for 50 ms/);
  assert.equal(asked.length, 1);
});

test("a call ends when its signal does", async (t) => {
  const { url } = await answering(t, silent);
  const signal = AbortSignal.timeout(50);
  await assert.rejects(new Registry({ url }).resolve("acme/iris", { signal }), { name: "TimeoutError" });
});

test("what is no registry is told from one", async (t) => {
  const page: Answer = (_request, response) => response.end("<html>");
  const { url } = await answering(t, page);
  await assert.rejects(new Registry({ url }).resolve("acme/iris"), /is this the address of a registry/);
  const failing = await answering(t, (_request, response) => response.writeHead(404).end("<html>"));
  const refused: unknown = await new Registry({ url: failing.url }).resolve("acme/iris").catch((error) => error);
  assert.ok(refused instanceof RegistryError && refused.code === "");
  assert.match(refused.message, /answered 404, and no problem/);
  await assert.rejects(new Registry({ url: "http://127.0.0.1:1" }).resolve("acme/iris"), UnreachableError);
});

test("a token goes to its server alone", async (t) => {
  const elsewhere = await answering(t, json(200, {}));
  const away = { Location: `${elsewhere.url}/secret` };
  const { asked, url } = await answering(t, (_request, response) => response.writeHead(302, away).end());
  const registry = new Registry({ url, token: "mrt_secret" });
  const refused: unknown = await registry.resolve("acme/iris").catch((error) => error);
  assert.ok(refused instanceof RegistryError && refused.status === 302, String(refused));
  assert.equal(elsewhere.asked.length, 0);

  const file = { path: "model.onnx", sha256: "0".repeat(64), size: 2, media_type: "" };
  const manifest = { namespace: "acme", model: "iris", version: "1.0.0", digest: "", files: [file] };
  const pieces = registry.bytes(manifest, file);
  assert.equal(new TextDecoder().decode((await pieces.next()).value ?? undefined), "{}");
  await assert.rejects(pieces.next(), /in the manifest, but the server sent/);
  assert.ok(asked.every((request) => request.headers.authorization === "Bearer mrt_secret"));
  assert.equal(elsewhere.asked.length, 1);
  assert.ok(elsewhere.asked.every((request) => request.headers.authorization === undefined));
});
