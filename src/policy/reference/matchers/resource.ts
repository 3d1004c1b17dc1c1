import type { PolicyUse } from "../../chain.ts";
import type { PolicyStatement } from "../../document.ts";
import type { Request } from "../../request/request.ts";
import { listOf } from "../../shape.ts";
import { any, type Finding, NO, not, YES } from "../finding.ts";
import { matchPattern, type PatternPart } from "../pattern.ts";
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
  const pattern = patternOf(variables ? segmentsOf(whole) : [{ text: whole }], request, variables);
  return pattern === undefined ? NO : matchPattern(pattern, request.resource ?? NO_RESOURCE);
}

/**
 * Open question short-arn: outside of resource and endpoint policies the missing fields of an ARN match everything.
 * Unconfirmed: observed by others, not documented.
 */
function lengthened(text: string, use: PolicyUse, variables: boolean): string {
  if (use === "resource" || use === "endpoint" || !text.startsWith("arn:")) return text;
  const segments = variables ? segmentsOf(text) : [{ text }];
  const colons = segments.flatMap((segment) => (segment.variable === undefined ? placed(segment.text, variables) : [])).filter(({ separates }) => separates);
  return text + ":*".repeat(Math.max(0, ARN_FIELDS - 1 - colons.length));
}

/**
 * The parts of a resource pattern; undefined when it has a variable that has no value: "the resource that includes a policy
 * variable with no value will not match any resource", or that stands before the fifth colon, where "you can't use a
 * variable" (open question variable-before-fifth-colon). Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
function patternOf(segments: readonly Segment[], request: Request, variables: boolean): PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  let field = 1;
  for (const [index, { text, variable }] of segments.entries()) {
    if (variable !== undefined) {
      const value = field < ARN_FIELDS ? undefined : valueOfVariable(variable, request);
      if (value === undefined) return undefined;
      parts.push(...value);
      continue;
    }
    const characters = placed(text, variables);
    for (const [at, { character, separates }] of characters.entries()) {
      if (character === ":" && !separates && field < ARN_FIELDS) return undefined; // Open question unknown-variable-form.
      if (separates && field < ARN_FIELDS) field += 1;
      const next = characters[at + 1];
      parts.push(partOf(character, field, next === undefined ? index === segments.length - 1 : next.separates));
    }
  }
  return parts;
}

/**
 * The characters of a plain text, and which of them are colons that separate fields: those between `${` and `}` do not,
 * even where that is no variable (open question unknown-variable-form).
 */
function placed(text: string, variables: boolean): { character: string; separates: boolean }[] {
  const characters = Array.from(text);
  let closing = -1;
  return characters.map((character, at) => {
    if (variables && at > closing && character === "$" && characters[at + 1] === "{") closing = closingBrace(characters, at + 2) ?? closing;
    return { character, separates: character === ":" && at > closing };
  });
}

/** Braces do not nest. */
function closingBrace(characters: readonly string[], from: number): number | undefined {
  const end = characters.indexOf("}", from);
  return end < 0 || characters.slice(from, end).includes("{") ? undefined : end;
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
