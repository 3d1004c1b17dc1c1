import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { readProjectFile } from "./source-files.ts";

export interface Import {
  /** The importing file, from the project's root. */
  readonly from: string;
  readonly line: number;
  /** As it is written. */
  readonly specifier: string;
  /** The imported file, where the specifier is relative. */
  readonly to?: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
  /** Loaded when a call comes to it. */
  readonly dynamic: boolean;
}

/** Every import of a file: static, dynamic, re-exports and types named in place. */
export function importsOf(file: string, text = readProjectFile(file)): Import[] {
  const found: Import[] = [];
  const add = (source: { value: unknown; start: number } | null | undefined, typeOnly: boolean, dynamic = false): void => {
    if (typeof source?.value !== "string") return;
    const specifier = source.value;
    const line = text.slice(0, source.start).split("\n").length;
    const to = specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
    found.push({ from: file, line, specifier, to, typeOnly, dynamic });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source.type === "Literal" ? node.source : undefined, false, true),
    TSImportType: (node) => add(node.source, true),
  }).visit(parseSync(file, text).program);
  return found;
}
