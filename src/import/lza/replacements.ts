import type { Diagnostic } from "../../diagnostics/index.ts";
import type { ConfigurationFolder } from "../folder.ts";
import { readYaml } from "../read-yaml.ts";
import { memberOf, textOf } from "../yaml-node.ts";
import { itemsOf } from "../shape.ts";
import { LZA_YAML } from "./yaml.ts";

/** A value that replacements-config.yaml gives a name to. */
export type Replacement =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** The value stands in a parameter of SSM Parameter Store, which an import does not read. */
  | { readonly kind: "parameter"; readonly path: string };

export type Replacements = ReadonlyMap<string, Replacement>;

/** Reads `globalReplacements`; empty when the configuration has none. */
export function readReplacements(folder: ConfigurationFolder, file: string, problems: Diagnostic[]): Replacements {
  const root = readYaml(folder, file, LZA_YAML);
  const replacements = new Map<string, Replacement>();
  for (const item of itemsOf(root, "globalReplacements", problems)) {
    const key = textOf(item, "key");
    const value = memberOf(item, "value");
    const path = textOf(item, "path");
    if (key === undefined) continue;
    if (value?.kind === "list") {
      replacements.set(key, { kind: "list", items: value.items.flatMap((each) => (each.kind === "scalar" ? [each.text] : [])) });
    } else if (value?.kind === "scalar" && textOf(item, "type") !== "SSM") {
      replacements.set(key, { kind: "text", text: value.text });
    } else if (path !== undefined) {
      replacements.set(key, { kind: "parameter", path });
    }
  }
  return replacements;
}

/** The values that templates in YAML can be filled with. */
export function templateValues(replacements: Replacements): Map<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const [key, replacement] of replacements) {
    if (replacement.kind === "text") values.set(key, [replacement.text]);
    if (replacement.kind === "list") values.set(key, replacement.items);
  }
  return values;
}
