import { parseSync, Visitor, type VisitorObject } from "oxc-parser";
import { readProjectFile } from "./source-files.ts";

/** Walks the syntax tree of a file; what the visitor reports comes back as `file:line what`. */
export function walk(file: string, visitor: (report: (at: { start: number }, what: string) => void) => VisitorObject, text = readProjectFile(file)): string[] {
  const found: string[] = [];
  new Visitor(visitor(({ start }, what) => void found.push(`${file}:${text.slice(0, start).split("\n").length} ${what}`))).visit(parseSync(file, text).program);
  return found;
}
