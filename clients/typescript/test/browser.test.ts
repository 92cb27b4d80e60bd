import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { fileURLToPath } from "node:url";
import { build } from "esbuild-wasm";
import { iris, startServer } from "./server.js";

/** What a page has of what the client may use; nothing of Node. */
const PAGE = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "FormData",
  "Headers",
  "Request",
  "Response",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "btoa",
  "clearTimeout",
  "crypto",
  "fetch",
  "setTimeout",
] as const;

/** Bundles lines of a program for a page. */
async function bundle(lines: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: lines, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    format: "iife",
    globalName: "page",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

test("the package runs where there is nothing of Node", async (t) => {
  const text = await bundle(`export { Registry, PublishRefused } from "model-registry-client";`);
  const page = createContext(Object.fromEntries(PAGE.map((name) => [name, globalThis[name]])));
  runInContext(text, page);
  assert.equal(runInContext("typeof process + typeof require + typeof Buffer", page), "undefinedundefinedundefined");
  page["server"] = await startServer(t);
  page["content"] = { first: await iris("1.0.0"), next: await iris("2.0.0") };
  const code = `(async () => {
    const registry = new page.Registry(server);
    const files = (content) => [{ path: "model.onnx", content: new Blob([content]) }];
    await registry.publish("acme/iris", "1.0.0", files(content.first));
    const refused = await registry.publish("acme/iris", "1.1.0", files(content.next)).catch((error) => error);
    const bytes = await registry.download("acme/iris@^1", "model.onnx");
    return { bytes, isTyped: refused instanceof page.PublishRefused, rules: refused.violations.map(({ rule }) => rule) };
  })()`;
  const done = (await runInContext(code, page)) as { bytes: Uint8Array; isTyped: boolean; rules: string[] };
  assert.ok((await iris("1.0.0")).equals(done.bytes));
  assert.ok(done.isTyped && done.rules.includes("input.dim.changed"), `${done.rules}`);
});

test("a bundle for pages refuses the part for Node", async () => {
  await assert.rejects(bundle(`export * from "model-registry-client/node";`), /Could not resolve "node:fs"/);
});
