import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { ValuePath } from "../../diagnostics/index.ts";
import { isBranch, isList, startsPart, type Tree } from "./tree.ts";

const WIDTH = 100;

/** Writes a tree as YAML 1.2: block style, small objects and lists of scalars on one line. */
export function writeYaml(tree: Tree, comments?: (path: ValuePath) => string | undefined): string {
  const document = new Document(undefined, { version: "1.2", schema: "core", merge: true });
  document.contents = nodeOf(tree, [], comments) as typeof document.contents;
  // Quotes too what YAML 1.1 would read as something else, such as yes and on: other programs may read the file.
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: false, nullStr: "null", minContentWidth: 0 });
}

function nodeOf(tree: Tree, path: ValuePath, comments?: (path: ValuePath) => string | undefined): Node {
  if (isList(tree)) {
    const list = new TightList();
    list.items = tree.map((item, index) => nodeOf(item, [...path, index], comments));
    list.flow = fits(tree, path);
    return list;
  }
  if (!isBranch(tree)) return scalar(tree);
  const map = new YAMLMap();
  map.items = tree.entries.map(([key, member], index) => {
    const at = [...path, key];
    const name = scalar(key);
    const comment = comments?.(at);
    if (comment !== undefined) name.commentBefore = comment.split(/\r\n|[\n\r]/).map((line) => ` ${line}`).join("\n");
    name.spaceBefore = index > 0 && startsPart(at);
    return new Pair(name, nodeOf(member, at, comments));
  });
  map.flow = tree.entries.length === 0 || (path.at(-2) === "accounts" && fits(tree, path));
  return map;
}

/** A list on one line without padding, `[a, b]`, where objects have it: `{ a: b }`. */
class TightList extends YAMLSeq {
  override toString(...[context, ...rest]: Parameters<YAMLSeq["toString"]>): string {
    return super.toString(context && { ...context, flowCollectionPadding: "" }, ...rest);
  }
}

function scalar(value: string | number | boolean | null): Scalar {
  const node = new Scalar(value);
  if (typeof value === "string" && needsQuotes(value)) node.type = "QUOTE_DOUBLE";
  return node;
}

/** Words that YAML 1.1 takes for true, false or null, digits that some readers take for numbers, and invisible characters. */
const needsQuotes = (text: string): boolean =>
  /^(y|n|yes|no|on|off|true|false|null|~)$/i.test(text) || /^[-+.]?[\d.]/.test(text) || /[\p{C}\u2028\u2029]/u.test(text) || text === "<<";

function fits(tree: Tree, path: ValuePath): boolean {
  const scalars = isBranch(tree) ? tree.entries.every(([, member]) => typeof member !== "object" || member === null) : isList(tree) && tree.every((item) => typeof item !== "object" || item === null);
  return scalars && path.length * 2 + JSON.stringify(tree).length < WIDTH;
}

