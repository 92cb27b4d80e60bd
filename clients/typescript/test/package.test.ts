import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { root, startServer } from "./server.js";

const run = promisify(execFile);
const here = fileURLToPath(new URL("clients/typescript/", root));

/** A project that has the package from its archive, and nothing else of ours but the example models. */
async function cleanProject(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "registry-project-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: here });
  const [archive] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  const paths = archive.files.map((file) => file.path);
  for (const path of [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "dist/index.d.ts",
    "dist/index.js",
    "dist/node.js",
  ]) {
    assert.ok(paths.includes(path), `${path} is not in the archive: ${paths}`);
  }
  assert.ok(!paths.some((path) => /^(src|test|scripts|build)\//.test(path)), `${paths}`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "clean", private: true, type: "module" }));
  await run("npm", ["install", "--no-audit", "--no-fund", join(folder, archive.filename)], { cwd: folder });
  await cp(new URL("examples", root), join(folder, "examples"), { recursive: true });
  return folder;
}

/** The first example in TypeScript of a page. */
async function snippet(page: string): Promise<string> {
  const text = await readFile(new URL(page, root), "utf8");
  const found = /^```ts\n(.*?)^```$/ms.exec(text)?.[1];
  assert.ok(found, `${page} has no example in TypeScript`);
  return found;
}

/** Type-checks a program as a stranger's compiler would, and runs it. */
async function checkAndRun(folder: string, program: string, env: NodeJS.ProcessEnv): Promise<string> {
  const tsc = join(here, "node_modules/typescript/bin/tsc");
  const types = ["--typeRoots", join(here, "node_modules/@types"), "--types", "node"];
  await writeFile(join(folder, "example.mts"), program);
  const strict = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "example.mts"];
  await run(process.execPath, [tsc, ...types, ...strict], { cwd: folder }).catch((error: { stdout: string }) => {
    throw new Error(`the example does not compile:\n${error.stdout}`);
  });
  // The examples are JavaScript as well, so what was checked is what runs.
  await writeFile(join(folder, "example.mjs"), program);
  return (await run(process.execPath, ["example.mjs"], { cwd: folder, env })).stdout;
}

test("the examples of the pages run in a clean project with the packed package", async (t) => {
  const folder = await cleanProject(t);
  const printed = async (page: string) => {
    const { url, token } = await startServer(t);
    return checkAndRun(folder, await snippet(page), { ...process.env, REGISTRY_URL: url, REGISTRY_TOKEN: token });
  };
  const all = await printed("clients/typescript/README.md");
  assert.match(all, /^major input\.dim\.changed \/inputs\/measurements\/shape\/1 4 -> 5$/m);
  assert.match(all, /^smallest acceptable version: 2\.0\.0$/m);
  assert.match(all, /^1\.1\.0 sha256:[0-9a-f]{64}$/m);
  assert.match(all, /^3 rollback 1\.0\.0 scores drift\n2 promote 1\.1\.0 .*\n1 promote 1\.0\.0 /m);
  const model = await readFile(join(folder, "models/fraud/model.onnx"));
  assert.ok(model.equals(await readFile(join(folder, "examples/iris/1.0.0.onnx"))));
  assert.match(await printed("README.md"), /^2\.0\.0 sha256:[0-9a-f]{64}$/m);
});
