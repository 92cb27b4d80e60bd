import assert from "node:assert/strict";
import { test } from "node:test";
import { Registry } from "model-registry-client";

const url = "http://127.0.0.1:8787";
const nothing = () => Promise.reject(new Error("nothing is to be sent"));

test("plain HTTP is for loopback only, and an address is no more than one", () => {
  for (const url of [
    "http://127.0.0.1:8787",
    "http://localhost",
    "http://[::1]:80",
    "https://registry.example/models/",
  ]) {
    assert.ok(new Registry({ url }));
  }
  const refused = [
    "http://registry.example",
    "HTTP://registry.example",
    "http://10.0.0.1:8787",
    "http://127.0.0.1.example",
    "http://localhost:80@registry.example/",
    "http://127.0.0.1:1@registry.example",
    "http://127.0.0.1:99999",
    "http://127.0.0.1/?a=b",
    "http://127.0.0.1/#top",
    "ftp://127.0.0.1",
    "registry.example",
    "https://",
    "",
  ];
  for (const url of refused) {
    assert.throws(() => new Registry({ url }), TypeError, url);
  }
});

test("a token that no header can carry is refused, and not repeated", () => {
  for (const token of ["", "mrt_secret\n", "mrt secret", "mrt_sécret"]) {
    assert.throws(
      () => new Registry({ url, token }),
      (error: Error) => error instanceof TypeError && !/mrt_/.test(error.message),
    );
  }
});

test("what is no reference, model or version is refused before anything is sent", async () => {
  const registry = new Registry({ url, fetch: nothing });
  const refused: [Promise<unknown>, RegExp][] = [
    [registry.resolve("iris@1.0.0"), /is not a reference/],
    [registry.resolve("acme/iris/x@1.0.0"), /is not a reference/],
    [registry.resolve("acme/iris@"), /is not a reference/],
    [registry.publish("acme/iris@1.0.0", "1.0.0", []), /write `acme\/iris`/],
    [registry.publish("acme/iris", "1.0", []), /is not a version/],
    [registry.promote("acme/iris", "production"), /write `acme\/iris@1.2.3`/],
    [registry.rollback("acme/iris@1.0.0", "production", { reason: "x" }), /about the whole model/],
    [registry.history("acme/iris@1.0.0", "production").next(), /about the whole model/],
  ];
  for (const [call, reason] of refused) {
    await assert.rejects(call, (error: Error) => error instanceof TypeError && reason.test(error.message));
  }
});
