import type { ValuePath } from "../../diagnostics/index.ts";
import type { Organization } from "../../organization/index.ts";
import { writeBraces } from "./braces.ts";
import { commentLines, escapeInvisible } from "./invisible.ts";
import { type Branch, branchOf, treeOf } from "./tree.ts";
import { writeYaml } from "./yaml.ts";

export type ConfigFormat = "ts" | "json" | "yaml";

export interface PrintOptions {
  readonly format: ConfigFormat;
  /** A comment at the top of the file, one or more lines; JSON has none. */
  readonly header?: string;
  /** Whether a policy that has both is written with its `file`, not its `document`. Default: false. */
  readonly policyFiles?: boolean;
  /** A comment above the key at a path; JSON has none. */
  readonly comments?: (path: ValuePath) => string | undefined;
  /** Where editors find the JSON Schema, for JSON and YAML. */
  readonly schema?: string;
}

const SCHEMA = "./node_modules/landfall/dist/organization.schema.json";

/** Writes an organization file as a person would: loading it gives an equal organization. */
export function printOrganization(organization: Organization, options: PrintOptions): string {
  const { header, policyFiles = false, comments, schema = organization.$schema ?? SCHEMA } = options;
  const tree = treeOf(organization, policyFiles);
  switch (options.format) {
    case "ts": {
      const top = header === undefined ? "" : commentBlock(header, "//");
      const value = writeBraces(tree, { key: typeScriptKey, text: quote, trailingComma: true, comment: "//", ...(comments && { comments }) });
      return `${top}import { defineOrganization } from "landfall";\n\nexport default defineOrganization(${value});\n`;
    }
    case "json": {
      const entries = tree.entries.filter(([key]) => key !== "$schema");
      return `${writeBraces(branchOf([["$schema", schema], ...entries]), { key: quote, text: quote, trailingComma: false })}\n`;
    }
    case "yaml": {
      const top = header === undefined ? "" : `${commentBlock(header, "#")}\n`;
      return `# yaml-language-server: $schema=${schema.replaceAll(/\s/g, "%20")}\n${top}${writeYaml(withoutSchema(tree), comments)}`;
    }
  }
}

/** In YAML the comment in the first line says it. */
const withoutSchema = (tree: Branch): Branch => branchOf(tree.entries.filter(([key]) => key !== "$schema"));

const commentBlock = (text: string, mark: string): string => commentLines(text).map((line) => `${mark} ${line}`.trimEnd()).join("\n").concat("\n");

export const quote = (text: string): string => escapeInvisible(JSON.stringify(text));

export function typeScriptKey(key: string): string {
  // Written plainly it would set the prototype of the object.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
