import type { PolicyStatement } from "../../document.ts";
import { listOf } from "../../shape.ts";
import { matchPattern, type PatternPart } from "../pattern.ts";

/**
 * Whether a statement is about the action of a request.
 * Source: IAM User Guide, "IAM JSON policy elements: Action" and "NotAction". Without either, nothing matches (open
 * question missing-element).
 */
export function matchesAction({ Action, NotAction }: PolicyStatement, action: string): boolean {
  if (Action !== undefined) return listOf(Action).some((pattern) => matchesOne(pattern, action));
  return NotAction !== undefined && !listOf(NotAction).some((pattern) => matchesOne(pattern, action));
}

/**
 * "The prefix and the action name are case insensitive." Wildcards stand in the name only: IAM refuses them in the service
 * prefix, but for `*:*` (open question action-service-wildcard). A pattern with white space or a comma names no action.
 */
function matchesOne(pattern: string, action: string): boolean {
  if (pattern === "*" || pattern === "*:*") return true;
  if (/[\s,]/.test(pattern)) return false;
  const [service, name] = atFirstColon(pattern.toLowerCase());
  const [askedService, askedName] = atFirstColon(action.toLowerCase());
  if (name === undefined || askedName === undefined) return false;
  return service === askedService && matchPattern(Array.from(name, partOf), askedName).answer === "yes";
}

function atFirstColon(text: string): [string, string | undefined] {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

function partOf(character: string): PatternPart {
  if (character === "*") return { kind: "any", pastColon: true };
  return character === "?" ? { kind: "one", pastColon: true } : { kind: "character", character };
}
