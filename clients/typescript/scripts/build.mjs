// Compiles the package into dist, from nothing (no test that was removed is left), and brings the licenses of the project
// into the folder that is packed.
import { execFileSync } from "node:child_process";
import { copyFile, rm } from "node:fs/promises";

const here = new URL("../", import.meta.url);
for (const folder of ["dist", "build"]) {
  await rm(new URL(folder, here), { recursive: true, force: true });
}
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) {
  await copyFile(new URL(`../../${name}`, here), new URL(name, here));
}
execFileSync("npx", ["--no-install", "tsc", "--project", "tsconfig.json"], { cwd: here, stdio: "inherit" });
