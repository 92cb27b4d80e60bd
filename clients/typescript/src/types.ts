/** The objects of the API by their names, and what the methods of `Registry` take. */

import type { components } from "./generated/schema.js";

type Schemas = components["schemas"];

/** How a number rises that the registry chooses. */
export type Bump = Schemas["Bump"];
/** One judged change: the rule, the place, what stood there, what stands there now, and the bump that it requires. */
export type Change = Schemas["Change"];
/** One line of the history of a channel. */
export type ChannelRevision = Schemas["ChannelRevision"];
/** One file of a version. */
export type File = Schemas["File"];
/** Why a request failed: RFC 9457, with a stable `code`. */
export type Problem = Schemas["Problem"];
/** What a promotion did, or with `dryRun` would do. */
export type Promotion = Schemas["Promotion"];
/** The one version that answers a selector. */
export type Resolution = Schemas["Resolution"];
/** What a rollback did, or with `dryRun` would do. */
export type RollbackDone = Schemas["RollbackDone"];
/** A file on its way into the registry. */
export type Upload = Schemas["Upload"];
/** What the rules say of a contract. */
export type Verdict = Schemas["Verdict"];
/** One published state of a model. */
export type Version = Schemas["Version"];

/** A file to publish. */
export interface SourceFile {
  /** The path inside the version: relative, with forward slashes. */
  path: string;
  /** The bytes. A `Blob` of a file is read in pieces and never held as a whole. */
  content: Blob | Uint8Array;
  /** The media type; by the extension of the path when it is absent. */
  mediaType?: string;
}

/** The number of a version to publish: written out, or left to the registry. */
export type VersionNumber = string | { bump: Bump; line?: string };

/** Ends a call early. */
export interface CallOptions {
  /** When it is aborted, the call ends with its reason. */
  signal?: AbortSignal;
}

/** How a selector is answered. */
export interface ResolveOptions extends CallOptions {
  /** `latest` serves the latest version when the one asked for is not there; the policy of the model decides without it. */
  fallback?: "latest" | "error";
  /** Whether ranges find pre-releases. */
  prereleases?: boolean;
}

/** What is published beside the files. */
export interface PublishOptions extends CallOptions {
  /** What people should know about the version. */
  description?: string;
  /** Free-form labels. */
  labels?: Record<string, string>;
  /** What no file says, as in the table `declared` of a `registry.toml`. */
  declared?: Record<string, unknown>;
  /** Where the version comes from. */
  lineage?: Record<string, unknown>;
  /** Reports of an evaluation; no part of the digest. */
  evaluation?: Record<string, unknown>;
  /** Upload and judge, and publish nothing. */
  dryRun?: boolean;
}

/** How a channel moves forward. */
export interface PromoteOptions extends CallOptions {
  /** Why. */
  reason?: string;
  /** Whether a major step is meant. */
  allowMajor?: boolean;
  /** Only if the channel still has this revision. */
  ifRevision?: number;
  /** Answer what would happen, and change nothing. */
  dryRun?: boolean;
}

/** How a channel moves back. */
export interface RollbackOptions extends CallOptions {
  /** What is wrong with the version served. */
  reason: string;
  /** A version that the channel has served; without it the nearest one that can be served. */
  toVersion?: string;
  /** Refuse to go to any other version than this. */
  expectedVersion?: string;
  /** Refuse instead of passing over versions that cannot be served. */
  strict?: boolean;
  /** Only if the channel still has this revision. */
  ifRevision?: number;
  /** Answer what would happen, and change nothing. */
  dryRun?: boolean;
}
