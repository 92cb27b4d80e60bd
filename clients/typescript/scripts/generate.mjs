// Writes src/generated/schema.ts from openapi.json. Why each option is needed stands in docs/clients.md.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const root = new URL("../../../", import.meta.url);
const target = new URL("../src/generated/schema.ts", import.meta.url);

const reference = (name, ...parameters) => ts.factory.createTypeReferenceNode(name, parameters);
const keyword = (kind) => ts.factory.createKeywordTypeNode(ts.SyntaxKind[kind]);

/** Types for schemas that the generator gets wrong; the others are its own. */
function transform(schema) {
  if (schema.format === "binary") {
    return reference("Blob");
  }
  const isEmpty = schema.type === "object" && Object.keys(schema.properties ?? {}).length === 0;
  if (isEmpty && schema.additionalProperties === false) {
    return reference("Record", keyword("StringKeyword"), keyword("NeverKeyword"));
  }
  return undefined;
}

const document = JSON.parse(await readFile(new URL("openapi.json", root), "utf8"));
const nodes = await openapiTS(document, {
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
  transform,
});
await writeFile(
  target,
  `// Generated from openapi.json by \`npm run generate\`; do not edit.\n\n${astToString(nodes)}`,
);
