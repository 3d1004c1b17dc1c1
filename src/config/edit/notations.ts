import { Document } from "yaml";
import { writeBraces } from "../write/braces.ts";
import { quote, typeScriptKey } from "../write/print.ts";
import { dataTree } from "../write/tree.ts";
import { writtenJson } from "./json.ts";
import type { Notation } from "./splice.ts";
import { writtenTypeScript } from "./typescript.ts";
import type { WrittenObject } from "./written.ts";
import { writtenYaml } from "./yaml.ts";

/** A format in which an organization file can be edited. */
export interface EditableFormat extends Notation {
  /** The organization as it stands in the text; undefined when it is computed, or the text cannot be read. */
  written(text: string): WrittenObject | undefined;
}

const indented = (text: string, indent: string): string => text.replaceAll("\n", `\n${indent}`);

function braces(key: (name: string) => string, trailingComma: boolean): Notation {
  return {
    key,
    trailingComma,
    entry(name, value, indent) {
      const head = `${key(name)}: `;
      return head + indented(writeBraces(dataTree(value), { key, text: quote, trailingComma }, { path: ["", name], used: indent.length + head.length }), indent);
    },
  };
}

function yamlEntry(name: string, value: unknown): string {
  const document = new Document(undefined, { version: "1.2", schema: "core" });
  document.contents = document.createNode({ [name]: value }, { flow: true }) as typeof document.contents;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true, nullStr: "null" }).trim();
  // Within the braces of a flow stands the entry itself.
  return text.slice(1, -1).trim();
}

const YAML: Notation = { key: (name) => yamlEntry(name, 0).replace(/: 0$/, ""), trailingComma: false, inline: true, entry: yamlEntry };

/** By the ending of the file. */
export const EDITABLE_FORMATS: Readonly<Record<string, EditableFormat>> = {
  ".ts": { ...braces(typeScriptKey, true), written: writtenTypeScript },
  ".mts": { ...braces(typeScriptKey, true), written: writtenTypeScript },
  ".json": { ...braces(quote, false), written: writtenJson },
  ".yaml": { ...YAML, written: writtenYaml },
  ".yml": { ...YAML, written: writtenYaml },
};
