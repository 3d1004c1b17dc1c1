import type { YamlDialect } from "../read-yaml.ts";
import { fillTemplates, unmask } from "./templates.ts";

/** LZA's YAML: `{{ Key }}` is filled in before reading, `!include` brings in another file. */
export const lzaYaml = (values: ReadonlyMap<string, readonly string[]>): YamlDialect => ({
  prepare: (text) => fillTemplates(text, values),
  restore: unmask,
  includeTag: "!include",
});

export const LZA_YAML: YamlDialect = lzaYaml(new Map());
