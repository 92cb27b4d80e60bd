import assert from "node:assert/strict";
import { test } from "node:test";
import { IntegrityError, Registry, type RegistryOptions } from "model-registry-client";
import { iris, startServer } from "./server.js";

/** One byte more than what is sent at once. */
const LARGE = 64 * 1024 * 1024 + 1;

/** A `fetch` that notes what was sent. */
function watched() {
  const sent: string[] = [];
  const fetch = (request: Request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname.split("/uploads")[1] ?? ""}`);
    return globalThis.fetch(request);
  };
  return { sent, fetch };
}

test("a large file goes up in parts, and an interrupted publish goes on", async (t) => {
  const server = await startServer(t);
  const { sent, fetch } = watched();
  const large = new Uint8Array(LARGE).map((_, index) => index % 251);
  const files = [
    { path: "model.onnx", content: await iris("1.0.0") },
    { path: "large.bin", content: large },
  ];
  let parts = 0;
  const failing = (request: Request) => {
    const isPart = request.url.includes("/parts/");
    parts += isPart ? 1 : 0;
    return isPart && parts > 2 ? Promise.reject(new Error("the line is cut")) : globalThis.fetch(request);
  };
  const cut = new Registry({ ...server, fetch: failing }).publish("acme/iris", "1.0.0", files);
  await assert.rejects(cut, /the line is cut/);

  const registry = new Registry({ ...server, fetch });
  await registry.publish("acme/iris", "1.0.0", files);
  const again = sent.filter((request) => request.startsWith("PUT") && request.includes("/parts/"));
  // Of the five parts of 16 MiB, the two that came before the line was cut are not sent again.
  assert.equal(again.length, 3, `${again}`);
  assert.equal(sent.filter((request) => request.startsWith("PUT") && request.includes("/content")).length, 0);

  const { files: listed } = await registry.manifest("acme/iris");
  assert.deepEqual(listed.map((file) => [file.path, file.size])[0], ["large.bin", LARGE]);
  assert.deepEqual(await registry.download("acme/iris", "large.bin"), large);
});

test("a file that is there already is not sent again", async (t) => {
  const { sent, fetch } = watched();
  const registry = new Registry({ ...(await startServer(t)), fetch });
  const files = [{ path: "model.onnx", content: await iris("1.0.0") }];
  await registry.publish("acme/iris", "1.0.0", files);
  await registry.publish("acme/iris", "1.0.0", files);
  assert.equal(sent.filter((request) => request.endsWith("/content")).length, 1);
});

/** A registry behind somebody who changes the answers whose path ends so. */
function tampered(server: RegistryOptions, end: string, change: (body: Uint8Array) => Uint8Array): Registry {
  const fetch = async (request: Request) => {
    const response = await globalThis.fetch(request);
    if (!new URL(request.url).pathname.endsWith(end)) {
      return response;
    }
    const body = change(new Uint8Array(await response.arrayBuffer()));
    return new Response(body as Uint8Array<ArrayBuffer>, { status: response.status });
  };
  return new Registry({ ...server, fetch });
}

test("bytes and manifests that were changed on the way are refused", async (t) => {
  const server = await startServer(t);
  const content = await iris("1.0.0");
  const published = await new Registry(server).publish("acme/iris", "1.0.0", [{ path: "model.onnx", content }]);
  const flipped = (body: Uint8Array) => body.map((byte, index) => (index === 100 ? byte ^ 1 : byte));
  const changes = [flipped, (body: Uint8Array) => body.slice(1), (body: Uint8Array) => new Uint8Array([...body, 0])];
  for (const change of changes) {
    const registry = tampered(server, "/files/model.onnx", change);
    await assert.rejects(registry.download("acme/iris", "model.onnx"), IntegrityError);
  }
  const replaced = (from: string, to: string) => (body: Uint8Array) =>
    new TextEncoder().encode(new TextDecoder().decode(body).replace(from, to));
  const listed = tampered(server, "/manifest", replaced("model.onnx", "../model.onnx"));
  await assert.rejects(listed.manifest("acme/iris"), /the manifest of acme\/iris@1.0.0 has the digest/);
  const other = tampered(server, "/resolve", replaced(published.digest, `sha256:${"0".repeat(64)}`));
  await assert.rejects(other.resolve(`acme/iris@${published.digest}`), /is answered with 1.0.0, whose digest is/);
});
