import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";

/** The root of the repository. */
export const root = new URL("../../../../", import.meta.url);

/** A model of the examples, by the number of its version. */
export function iris(version: string): Promise<Buffer> {
  return readFile(new URL(`examples/iris/${version}.onnx`, root));
}

/** A server of its own, which ends with the test. */
export async function startServer(test: TestContext): Promise<{ url: string; token: string }> {
  const program = process.env["REGISTRY_SERVER"];
  if (program === undefined) {
    throw new Error("REGISTRY_SERVER names no program; set it to the path of a registry-server");
  }
  const data = await mkdtemp(join(tmpdir(), "registry-client-"));
  const server = spawn(program, ["--listen", "127.0.0.1:0", "--data", data], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => server.once("close", resolve));
  test.after(async () => {
    server.kill();
    await ended;
    await rm(data, { recursive: true, force: true });
  });
  for await (const line of createInterface({ input: server.stderr })) {
    const url = /listens on (http:\/\/[^;]+);/.exec(line)?.[1];
    if (url !== undefined) {
      server.stderr.resume();
      return { url, token: (await readFile(join(data, "admin-token"), "utf8")).trim() };
    }
  }
  throw new Error(`${program} ended before it listened`);
}
