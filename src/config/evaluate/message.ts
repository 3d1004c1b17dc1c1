import type { PlainTrouble } from "./plain.ts";

/** What the child process sends back, as one line of JSON on file descriptor 3. */
export type RunnerMessage =
  | { readonly kind: "value"; readonly json: string }
  | { readonly kind: "not-plain"; readonly troubles: readonly PlainTrouble[] }
  | {
      readonly kind: "threw";
      readonly name: string;
      readonly message: string;
      readonly code: string;
      /** For a refusal by Node's permission model: what was asked for, and of which file. */
      readonly permission: string;
      readonly resource: string;
      readonly frames: readonly RunnerFrame[];
    }
  | { readonly kind: "unsettled" };

/** A position in the bundle, lines and columns from 1. */
export interface RunnerFrame {
  readonly line: number;
  readonly column: number;
}

/** True for what the runner sends. Code of the user may have changed what the runner relies on. */
export function isMessage(value: unknown): value is RunnerMessage {
  if (!isObject(value)) return false;
  switch (value["kind"]) {
    case "value":
      return typeof value["json"] === "string" && isJson(value["json"]);
    case "not-plain":
      return isListOf(value["troubles"], isTrouble) && value["troubles"].length > 0;
    case "threw":
      return ["name", "message", "code", "permission", "resource"].every((key) => typeof value[key] === "string") && isListOf(value["frames"], isFrame);
    default:
      return value["kind"] === "unsettled";
  }
}

const REASONS: readonly unknown[] = ["function", "not-plain", "too-deep", "too-large"] satisfies PlainTrouble["reason"][];

const isTrouble = (value: unknown): boolean =>
  isObject(value) && isListOf(value["path"], (step) => typeof step === "string" || typeof step === "number") && typeof value["what"] === "string" && REASONS.includes(value["reason"]);

const isFrame = (value: unknown): boolean => isObject(value) && isPosition(value["line"]) && isPosition(value["column"]);

const isPosition = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

const isListOf = (value: unknown, one: (member: unknown) => boolean): value is readonly unknown[] => Array.isArray(value) && value.every(one);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
