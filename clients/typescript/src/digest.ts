import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 over pieces. WebCrypto has none: it wants all bytes at once, and models are larger than memory. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** One that runs everywhere. */
export function portableSha256(): Sha256 {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

/** The hash of a blob, which is read in pieces. */
export async function hashBlob(blob: Blob, create: () => Sha256): Promise<Uint8Array> {
  const hash = create();
  const reader = blob.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    hash.update(piece.value);
  }
  return hash.digest();
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The JCS text (RFC 8785) of a JSON value: its numbers and texts are those of `JSON.stringify`, its keys are sorted. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** The digest that names a version: that of its manifest. */
export function manifestDigest(manifest: unknown, create: () => Sha256): string {
  const hash = create();
  hash.update(new TextEncoder().encode(canonical(manifest)));
  return `sha256:${hex(hash.digest())}`;
}
