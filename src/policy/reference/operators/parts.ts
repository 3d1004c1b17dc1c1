import { literalParts, type PatternPart } from "../pattern.ts";
import { type Segment, segmentsOf, valueOfVariable } from "../variables.ts";
import type { PolicyValue } from "./operator.ts";

/** A policy value with its variables put in; undefined when one of them has no value, which equals nothing. */
export function partsOf({ text, request, variables }: PolicyValue, wildcards: "wildcards" | "no wildcards"): PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  const segments: readonly Segment[] = variables ? segmentsOf(text) : [{ text }];
  for (const segment of segments) {
    const put = segment.variable === undefined ? plain(segment.text, wildcards) : valueOfVariable(segment.variable, request);
    if (put === undefined) return undefined;
    parts.push(...put);
  }
  return parts;
}

const plain = (text: string, wildcards: "wildcards" | "no wildcards"): PatternPart[] =>
  wildcards === "no wildcards" ? literalParts(text) : Array.from(text, withWildcards);

function withWildcards(character: string): PatternPart {
  if (character === "*") return { kind: "any", pastColon: true };
  return character === "?" ? { kind: "one", pastColon: true } : { kind: "character", character };
}

export const inLowerCase = (parts: readonly PatternPart[]): PatternPart[] =>
  parts.map((part) => (part.kind === "character" ? { kind: "character", character: part.character.toLowerCase() } : part));
