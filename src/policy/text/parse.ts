import type { Code } from "../../diagnostics/index.ts";
import type { Json, PolicyDocument } from "../document.ts";
import { type JsonTrouble, readJson } from "./json-reader.ts";
import { type PolicyPositions, positionsOf } from "./positions.ts";
import type { PolicyProblem } from "../problem.ts";
import { isPolicyDocument } from "../shape.ts";
import { spanFinder } from "./text-span.ts";

export interface ParsedPolicy {
  /** The JSON value, whatever its shape; absent when the text could not be read to its end. */
  readonly value?: Json;
  /** The value, when it has the shape of a policy document. It may still break rules: `validatePolicyText` tells. */
  readonly document?: PolicyDocument;
  /** What is wrong with the text as JSON; all are errors. */
  readonly problems: readonly PolicyProblem[];
  readonly positions?: PolicyPositions;
}

/** Characters, far above the size of any policy that AWS takes; longer text is not read at all. */
export const MAX_POLICY_TEXT_LENGTH = 1_048_576;

/**
 * Reads a policy text as strict JSON. Comments, trailing commas, duplicate keys and a byte order mark are named
 * and read over, so `value` may exist next to problems. Never throws.
 */
export function parsePolicyText(text: string): ParsedPolicy {
  const span = spanFinder(text.length > MAX_POLICY_TEXT_LENGTH ? "" : text);
  if (text.length > MAX_POLICY_TEXT_LENGTH) {
    return { problems: [{ code: "LF3006", severity: "error", message: `The text has ${text.length} characters; more than ${MAX_POLICY_TEXT_LENGTH} are not read.`, path: [], at: span(0, 0) }] };
  }
  const { root, troubles } = readJson(text);
  const problems = troubles.map((trouble) => ({ ...problemOf(trouble, text), at: span(trouble.start, trouble.end) }));
  if (root === undefined) return { problems };
  const value = root.value;
  return {
    value,
    ...(isPolicyDocument(value) ? { document: value } : {}),
    problems,
    positions: positionsOf(text, root),
  };
}

interface TroubleWords {
  readonly code: Code;
  readonly fix: string;
}

const WORDS: Readonly<Record<JsonTrouble["kind"], TroubleWords>> = {
  syntax: { code: "LF3001", fix: "Correct the text at this place." },
  comment: { code: "LF3002", fix: "Remove the comment; a Sid can carry a name." },
  "trailing-comma": { code: "LF3003", fix: "Remove the comma." },
  "byte-order-mark": { code: "LF3004", fix: "Save the file as UTF-8 without a byte order mark." },
  "duplicate-key": { code: "LF3005", fix: "Keep one of them, with a list of values if both are meant." },
  "too-deep": { code: "LF3006", fix: "A policy nests seven levels at most." },
};

function problemOf(trouble: JsonTrouble, text: string): PolicyProblem {
  const { code, fix } = WORDS[trouble.kind];
  const message = text.trim() === "" ? "The policy is empty." : `The policy is not JSON: ${trouble.text}.`;
  return { code, severity: "error", message, path: trouble.path, fix };
}
