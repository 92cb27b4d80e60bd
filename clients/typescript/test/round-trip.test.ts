import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PublishRefused, Registry, RegistryError, type ChannelRevision } from "model-registry-client";
import { file, Registry as NodeRegistry } from "model-registry-client/node";
import { iris, root, startServer } from "./server.js";

const model = async (version: string) => [{ path: "model.onnx", content: await iris(version) }];

async function all(moves: AsyncIterable<ChannelRevision>): Promise<ChannelRevision[]> {
  const found = [];
  for await (const move of moves) {
    found.push(move);
  }
  return found;
}

test("a model is created, published, refused, resolved, promoted, rolled back and told of", async (t) => {
  const registry = new Registry(await startServer(t));
  const created = await registry.api.POST("/api/v1/namespaces", { body: { name: "acme" } });
  assert.equal(created.data?.name, "acme");

  const first = await registry.publish("acme/iris", "1.0.0", await model("1.0.0"), { labels: { team: "flowers" } });
  assert.equal(first.version, "1.0.0");
  assert.deepEqual(first.labels, { team: "flowers" });

  const refused: unknown = await registry.publish("acme/iris", "1.1.0", await model("2.0.0")).catch((error) => error);
  assert.ok(refused instanceof PublishRefused && refused instanceof RegistryError);
  assert.equal(`${refused.status} ${refused.code}`, "409 version-too-small");
  const broken = refused.violations.find((change) => change.rule === "input.dim.changed");
  assert.deepEqual(
    [broken?.path, broken?.old, broken?.new, broken?.required_bump],
    ["/inputs/measurements/shape/1", 4, 5, "major"],
  );
  assert.equal(refused.verdict.smallest_acceptable, "2.0.0");

  const second = await registry.publish("acme/iris", { bump: "auto" }, await model("1.1.0"));
  assert.equal(second.version, "1.1.0");
  const found = await registry.resolve("acme/iris@^1");
  assert.deepEqual([found.version, found.digest, found.why.kind], ["1.1.0", second.digest, "range"]);

  const to = (version: string) => registry.promote(`acme/iris@${version}`, "production", { reason: `try ${version}` });
  assert.equal((await to("1.0.0")).revision, 1);
  assert.equal((await to("1.1.0")).from_version, "1.0.0");
  const back = await registry.rollback("acme/iris", "production", { reason: "scores drift", expectedVersion: "1.0.0" });
  assert.deepEqual([back.to_version, back.revision], ["1.0.0", 3]);
  const moves = await all(registry.history("acme/iris", "production"));
  assert.deepEqual(
    moves.map((move) => [move.seq, move.kind, move.version, move.reason]),
    [
      [3, "rollback", "1.0.0", "scores drift"],
      [2, "promote", "1.1.0", "try 1.1.0"],
      [1, "promote", "1.0.0", "try 1.0.0"],
    ],
  );
});

test("files come back as they were published, by digest, range and channel", async (t) => {
  const server = await startServer(t);
  const portable = new Registry(server);
  const published = await portable.publish("acme/iris", "1.0.0", [
    { path: "graph/model.onnx", content: await iris("1.0.0") },
    { path: "config.json", content: new Blob(["{}"]), mediaType: "application/json" },
  ]);
  const bytes = await portable.download(`acme/iris@${published.digest}`, "graph/model.onnx");
  assert.ok((await iris("1.0.0")).equals(bytes));
  await assert.rejects(portable.download("acme/iris", "model.onnx"), /it has `config.json`, `graph\/model.onnx`/);

  const folder = await mkdtemp(join(tmpdir(), "registry-client-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paths = await new NodeRegistry(server).pull("acme/iris@^1", join(folder, "models"));
  assert.deepEqual(
    paths,
    ["config.json", "graph/model.onnx"].map((path) => join(folder, "models", path)),
  );
  assert.ok((await iris("1.0.0")).equals(await readFile(join(folder, "models/graph/model.onnx"))));
  assert.deepEqual((await readdir(folder, { recursive: true })).sort(), [
    "models",
    "models/config.json",
    "models/graph",
    "models/graph/model.onnx",
  ]);
});

test("a file on disk is published under its name or another", async (t) => {
  const registry = new NodeRegistry(await startServer(t));
  const path = fileURLToPath(new URL("examples/iris/1.0.0.onnx", root));
  assert.equal((await file(path)).path, "1.0.0.onnx");
  const single = await registry.publish("acme/iris", "1.0.0", [await file(path, "model.onnx")]);
  assert.equal(single.version, "1.0.0");
  const { files } = await registry.manifest("acme/iris@1.0.0");
  const sha256 = createHash("sha256")
    .update(await iris("1.0.0"))
    .digest("hex");
  assert.deepEqual(files, [
    { media_type: "application/vnd.onnx", path: "model.onnx", sha256, size: (await iris("1.0.0")).length },
  ]);
});

test("plans change nothing, and stale revisions are refused", async (t) => {
  const registry = new Registry(await startServer(t));
  const planned = await registry.publish("acme/iris", "1.0.0", await model("1.0.0"), { dryRun: true });
  assert.equal(planned.version, "1.0.0");
  const missing: unknown = await registry.resolve("acme/iris").catch((error) => error);
  assert.ok(missing instanceof RegistryError && missing.status === 404, String(missing));

  await registry.publish("acme/iris", "1.0.0", await model("1.0.0"));
  const plan = await registry.promote("acme/iris@1.0.0", "production", { dryRun: true });
  assert.deepEqual([plan.changed, plan.revision], [true, 1]);
  await registry.promote("acme/iris@1.0.0", "production", { ifRevision: 0 });
  const stale: unknown = await registry
    .promote("acme/iris@1.0.0", "production", { ifRevision: 0 })
    .catch((error) => error);
  assert.ok(stale instanceof RegistryError);
  assert.equal(`${stale.status} ${stale.code}`, "412 stale-revision");
});

test("every operation of the API has a typed answer and a typed problem", async (t) => {
  const { url } = await startServer(t);
  const { api } = new Registry({ url });
  const { data, error, response } = await api.GET("/api/v1/namespaces/{namespace}", {
    params: { path: { namespace: "none" } },
  });
  assert.equal(data, undefined);
  const code: string | undefined = error?.code;
  assert.deepEqual([code, response.status], ["namespace-not-found", 404]);
  // @ts-expect-error the document knows no such path
  const unknown = await api.GET("/api/v1/nothing");
  assert.equal(unknown.response.status, 404);

  const refused: unknown = await new Registry({ url }).promote("acme/iris@1.0.0", "production").catch((error) => error);
  assert.ok(refused instanceof RegistryError);
  assert.equal(`${refused.status} ${refused.code}`, "401 unauthenticated");
});

test("what a role or a scope does not allow is refused, and what is private is not there", async (t) => {
  const server = await startServer(t);
  const admin = new Registry(server);
  await admin.api.POST("/api/v1/namespaces", { body: { name: "acme", private: true } });
  await admin.publish("acme/iris", "1.0.0", await model("1.0.0"));
  await admin.api.POST("/api/v1/principals", { body: { name: "ada", kind: "user" } });
  const made = await admin.api.POST("/api/v1/principals/{principal}/tokens", {
    params: { path: { principal: "ada" } },
    body: { scopes: [{ actions: ["publish"], namespace: "acme" }] },
  });
  const ada = new Registry({ url: server.url, token: made.data?.secret });
  const refused = async (call: Promise<unknown>) => {
    const error: unknown = await call.catch((error) => error);
    assert.ok(error instanceof RegistryError, String(error));
    return `${error.status} ${error.code}`;
  };
  assert.equal(await refused(ada.resolve("acme/iris")), "404 namespace-not-found");

  const member = { path: { namespace: "acme", principal: "ada" } };
  await admin.api.PUT("/api/v1/namespaces/{namespace}/members/{principal}", {
    params: member,
    body: { roles: ["publisher"] },
  });
  const me = await ada.api.GET("/api/v1/me");
  assert.deepEqual(me.data?.memberships, [{ namespace: "acme", roles: ["publisher"] }]);
  await ada.publish("acme/iris", "1.1.0", await model("1.1.0"));
  assert.equal(await refused(ada.promote("acme/iris@1.1.0", "production")), "403 forbidden");
});
