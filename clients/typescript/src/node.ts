/// <reference types="node" />
/** The same client with what only Node has: files, and its own SHA-256. */

import { createHash, randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Registry as Portable, type File, type Manifest, type RegistryOptions, type ResolveOptions } from "./index.js";
import type { Sha256 } from "./digest.js";
import type { SourceFile } from "./types.js";

export * from "./index.js";

/** A registry, as seen from Node. */
export class Registry extends Portable {
  constructor(options: RegistryOptions) {
    super({ sha256: nodeSha256, ...options });
  }

  /**
   * Fetches the files of a version into a folder. Every file gets its name only when it has every byte that the manifest
   * promises.
   *
   * @returns The paths of the files.
   * @throws IntegrityError when the server sends anything else.
   */
  async pull(reference: string, folder: string, options: ResolveOptions = {}): Promise<string[]> {
    const manifest = await this.manifest(reference, options);
    const targets = [];
    for (const file of manifest.files) {
      const target = join(folder, file.path);
      await this.#fetch(manifest, file, target, options);
      targets.push(target);
    }
    return targets;
  }

  async #fetch(manifest: Manifest, file: File, target: string, options: ResolveOptions): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    const staged = join(dirname(target), `.registry-${randomUUID()}.partial`);
    try {
      const handle = await open(staged, "wx");
      try {
        for await (const piece of this.bytes(manifest, file, options)) {
          await handle.writeFile(piece);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(staged, target);
    } finally {
      await rm(staged, { force: true });
    }
  }
}

/** A file on disk to publish, under its name or another path. It is read in pieces, and must not change meanwhile. */
export async function file(path: string, as = basename(path)): Promise<SourceFile> {
  return { path: as, content: await openAsBlob(path) };
}

function nodeSha256(): Sha256 {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}
