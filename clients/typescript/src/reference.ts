/** A model as routes name it. */
export interface ModelPath {
  namespace: string;
  model: string;
}

/** A model, and which of its versions is meant. */
export interface Reference extends ModelPath {
  /** `1.2.3`, `^1.2`, `latest`, a channel or `sha256:…`; absent when only the model is named. */
  selector?: string;
}

/** Reads `namespace/model` or `namespace/model@SELECTOR`. The server judges the names and the selector. */
export function parseReference(text: string): Reference {
  const at = text.indexOf("@");
  const path = at < 0 ? text : text.slice(0, at);
  const [namespace, model, ...rest] = path.split("/");
  if (!namespace || !model || rest.length > 0 || at === text.length - 1) {
    throw new TypeError(`\`${text}\` is not a reference; write \`namespace/model\` or \`namespace/model@1.4.0\``);
  }
  return at < 0 ? { namespace, model } : { namespace, model, selector: text.slice(at + 1) };
}

/** Reads `namespace/model`: what is about all of a model must not pass over a version that was written. */
export function parseModel(text: string): ModelPath {
  const { selector, ...path } = parseReference(text);
  if (selector !== undefined) {
    throw new TypeError(
      `this is about the whole model: write \`${path.namespace}/${path.model}\` instead of \`${text}\``,
    );
  }
  return path;
}

/** The line of a number: `2` of 2.1.0, `0.3` of 0.3.1, `0.0.4` of 0.0.4. */
export function lineOf(version: string): string {
  const digits = /^(\d+)\.(\d+)\.(\d+)(?:[-+]|$)/.exec(version);
  if (digits === null) {
    throw new TypeError(`\`${version}\` is not a version; write three numbers, as in \`1.4.0\``);
  }
  const [, major = "", minor = "", patch = ""] = digits;
  if (major !== "0") {
    return major;
  }
  return minor === "0" ? `0.0.${patch}` : `0.${minor}`;
}
