export type { Api } from "./api.js";
export type { Sha256 } from "./digest.js";
export type { Manifest } from "./download.js";
export { IntegrityError, PublishRefused, RegistryError, UnreachableError } from "./errors.js";
export type { components, operations, paths } from "./generated/schema.js";
export { Registry, type RegistryOptions } from "./registry.js";
export type * from "./types.js";
