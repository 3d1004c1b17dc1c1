import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { ValuePath } from "../../diagnostics/index.ts";
import { commentLines, escapeInvisible, hasInvisible } from "./invisible.ts";
import { isBranch, isList, startsPart, type Tree } from "./tree.ts";

const WIDTH = 100;

/** Writes a tree as YAML 1.2: block style, small objects and lists of scalars on one line. */
export function writeYaml(tree: Tree, comments?: (path: ValuePath) => string | undefined): string {
  const document = new Document(undefined, { version: "1.2", schema: "core" });
  document.contents = nodeOf(tree, [], comments) as typeof document.contents;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: false, nullStr: "null", minContentWidth: 0 });
  // They stand in double quotes, or nowhere: `scalar` saw to it.
  return escapeInvisible(text, "\n");
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
    if (comment !== undefined) name.commentBefore = commentLines(comment).map((line) => ` ${line}`).join("\n");
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

/**
 * What YAML 1.1 takes for something else, such as yes and on, digits that some readers take for numbers, and what cannot
 * be seen: other programs and people read the file too.
 */
const needsQuotes = (text: string): boolean =>
  /^(y|n|yes|no|on|off|true|false|null|~)$/i.test(text) || /^[-+.]?[\d.]/.test(text) || hasInvisible(text) || text === "<<" || text === "=";

function fits(tree: Tree, path: ValuePath): boolean {
  const scalars = isBranch(tree) ? tree.entries.every(([, member]) => typeof member !== "object" || member === null) : isList(tree) && tree.every((item) => typeof item !== "object" || item === null);
  return scalars && path.length * 2 + JSON.stringify(tree).length < WIDTH;
}

