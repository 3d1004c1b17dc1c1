import type { Program } from "oxc-parser";
import type { Origin } from "./traced.ts";

/** A literal or key of a program, or a name used in it. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly literal?: string | number | boolean | null;
  readonly name?: string;
}

/** The words of a program in the order of the text, and where the names of its top level are declared. */
export interface Words {
  readonly all: readonly Word[];
  readonly declared: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

interface AnyNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is AnyNode => typeof value === "object" && value !== null && typeof (value as Partial<AnyNode>).type === "string";

export function wordsOf(program: Program): Words {
  const all: Word[] = [];
  const declared = new Map<string, { start: number; end: number }>();
  const visit = (node: AnyNode): void => {
    const { type, start, end } = node;
    const held = node as unknown as Record<string, unknown>;
    if (type.startsWith("TS") && type !== "TSAsExpression" && type !== "TSSatisfiesExpression" && type !== "TSNonNullExpression") return;
    if (type === "Literal") all.push({ start, end, literal: held["value"] as Word["literal"] });
    if (type === "TemplateElement") all.push({ start, end, literal: (held["value"] as { cooked: string | null }).cooked });
    if (type === "Identifier") all.push({ start, end, name: String(held["name"]) });
    if (type === "VariableDeclarator" || type === "FunctionDeclaration") {
      const name = (held["id"] as { readonly name?: unknown } | null)?.name;
      if (typeof name === "string" && !declared.has(name)) declared.set(name, { start, end });
    }
    for (const child of Object.values(held)) {
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(one)) visit(one);
    }
  };
  visit(program);
  return { all: all.sort((a, b) => a.start - b.start), declared };
}

/**
 * Looks inside a piece of a file for the literal, or the key, that equals what is sought; then inside what the names
 * used there are declared as. For values that were computed in a way the tracer does not follow.
 */
export function findWord(within: Origin, sought: string | number | boolean | null, words: Words): Origin | undefined {
  const seen = new Set<string>();
  const queue = [{ start: within.start, end: within.end }];
  for (let range = queue.shift(); range !== undefined; range = queue.shift()) {
    const { start, end } = range;
    const inside = words.all.filter((word) => word.start >= start && word.end <= end);
    const found = inside.find((word) => word.literal === sought && "literal" in word) ?? inside.find((word) => word.name === sought);
    if (found !== undefined) return { file: within.file, start: found.start, end: found.end };
    for (const { name } of inside) {
      const declaration = name === undefined || seen.has(name) ? undefined : words.declared.get(name);
      if (name !== undefined) seen.add(name);
      if (declaration !== undefined) queue.push(declaration);
    }
  }
  return undefined;
}
