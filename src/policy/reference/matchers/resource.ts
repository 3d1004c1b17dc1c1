import type { PolicyUse } from "../../chain.ts";
import type { PolicyStatement } from "../../document.ts";
import type { Request } from "../../request.ts";
import { listOf } from "../../shape.ts";
import { any, type Finding, NO, not, YES } from "../finding.ts";
import { literalParts, matchPattern, type PatternPart } from "../pattern.ts";
import { type Segment, segmentsOf, valueOfVariable } from "../variables.ts";

/** What IAM asks an action on that has no resource type. */
const NO_RESOURCE = "*";
const ARN_FIELDS = 6;

/**
 * Whether a statement is about the resource of a request.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource". A statement without either is about
 * every resource: the policy of a role has none (open question missing-element).
 */
export function matchResource({ Resource, NotResource }: PolicyStatement, use: PolicyUse, request: Request, variables: boolean): Finding {
  const anyOf = (patterns: readonly string[]): Finding => any(patterns.map((pattern) => matchOne(pattern, use, request, variables)));
  if (Resource !== undefined) return anyOf(listOf(Resource));
  if (NotResource !== undefined) return not(anyOf(listOf(NotResource)));
  return YES;
}

function matchOne(text: string, use: PolicyUse, request: Request, variables: boolean): Finding {
  const whole = lengthened(text, use, variables);
  const pattern = patternOf(variables ? segmentsOf(whole) : [{ text: whole }], request);
  return pattern === undefined ? NO : matchPattern(pattern, request.resource ?? NO_RESOURCE);
}

/**
 * Open question short-arn: outside of resource and endpoint policies the missing fields of an ARN match everything.
 * Unconfirmed: observed by others, not documented.
 */
function lengthened(text: string, use: PolicyUse, variables: boolean): string {
  if (use === "resource" || use === "endpoint" || !text.startsWith("arn:")) return text;
  const plain = variables ? segmentsOf(text).filter(({ variable }) => variable === undefined).map((segment) => segment.text).join("") : text;
  const fields = plain.split(":").length;
  return text + ":*".repeat(Math.max(0, ARN_FIELDS - fields));
}

/**
 * The parts of a resource pattern; undefined when a variable in it has no value: "the resource that includes a policy
 * variable with no value will not match any resource". Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
function patternOf(segments: readonly Segment[], request: Request): PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  let field = 1;
  for (const [index, { text, variable }] of segments.entries()) {
    if (variable === undefined) {
      const characters = Array.from(text);
      for (const [at, character] of characters.entries()) {
        if (character === ":" && field < ARN_FIELDS) field += 1;
        const next = characters[at + 1] ?? (index < segments.length - 1 ? "${" : ":");
        parts.push(partOf(character, field, next === ":"));
      }
    } else if (field < ARN_FIELDS) {
      parts.push(...literalParts(text)); // Open question variable-before-fifth-colon: it stays as it is written.
    } else {
      const value = valueOfVariable(variable, request);
      if (value === undefined) return undefined;
      parts.push(...value);
    }
  }
  return parts;
}

/**
 * Wildcards stay between two colons, but for the sixth field, which takes the rest, and for a `*` that ends its field:
 * it "can expand to match beyond the colon boundaries" (open question wildcard-past-colon).
 */
function partOf(character: string, field: number, endsField: boolean): PatternPart {
  const inLastField = field === ARN_FIELDS;
  if (character === "*") return { kind: "any", pastColon: inLastField || endsField };
  return character === "?" ? { kind: "one", pastColon: inLastField } : { kind: "character", character };
}
