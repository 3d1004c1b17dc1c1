import type { Request } from "../request/request.ts";
import { literalParts, type PatternPart } from "./pattern.ts";
import { valuesOfKey } from "./request-context.ts";

/** A piece of a policy text: plain, or a policy variable with what stands between its braces. */
export interface Segment {
  readonly text: string;
  readonly variable?: Variable;
}

export type Variable =
  | { readonly kind: "escape"; readonly character: string }
  | { readonly kind: "key"; readonly key: string; readonly byDefault?: string };

/** Variables stand for something from this Version on. Source: IAM User Guide, "IAM JSON policy elements: Version". */
export const VERSION_WITH_VARIABLES = "2012-10-17";

/**
 * Takes a policy text apart. Source: IAM User Guide, "IAM policy elements: Variables and tags": a `$`, a pair of braces,
 * the name of the key inside, maybe a default in single quotes after a comma. Anything else between braces is plain text
 * (open question unknown-variable-form).
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const end = text.startsWith("${", at) ? closingBrace(text, at + 2) : undefined;
    const variable = end === undefined ? undefined : readVariable(text.slice(at + 2, end));
    if (end === undefined || variable === undefined) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== "") segments.push({ text: plain });
    segments.push({ text: text.slice(at, end + 1), variable });
    plain = "";
    at = end + 1;
  }
  return plain === "" ? segments : [...segments, { text: plain }];
}

/** Braces do not nest: another opening one means that this is no variable. */
function closingBrace(text: string, from: number): number | undefined {
  const end = text.indexOf("}", from);
  return end < 0 || text.slice(from, end).includes("{") ? undefined : end;
}

function readVariable(inside: string): Variable | undefined {
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "escape", character: inside };
  const comma = inside.indexOf(",");
  if (comma < 0) return isKey(inside) ? { kind: "key", key: inside } : undefined;
  const key = inside.slice(0, comma).trimEnd();
  const quoted = inside.slice(comma + 1).trimStart();
  if (!isKey(key) || quoted.length < 2 || !quoted.startsWith("'") || quoted.indexOf("'", 1) !== quoted.length - 1) return undefined;
  return { kind: "key", key, byDefault: quoted.slice(1, -1) };
}

/** `service:name`; a slash may stand before the colon, as in the keys of OIDC providers. */
function isKey(text: string): boolean {
  const colon = text.indexOf(":");
  const service = text.slice(0, colon);
  const name = text.slice(colon + 1);
  return colon > 0 && /^[A-Za-z][\w./-]*$/.test(service) && name !== "" && !name.startsWith(":") && !/[\s',]/.test(name);
}

/**
 * What a variable stands for in a request; undefined when it has no value, which is like nothing and equal to nothing.
 * Source: the same page, "Policy variables with no value", "Specifying default values" and "Special characters". A
 * multivalued key cannot be used (open question variable-of-several-values). What is put in is plain text, wildcards too.
 */
export function valueOfVariable(variable: Variable, request: Request): PatternPart[] | undefined {
  if (variable.kind === "escape") return literalParts(variable.character);
  const values = valuesOfKey(request, variable.key);
  if (values === "unknown") return [{ kind: "unknown", key: variable.key.toLowerCase() }];
  const value = values.length === 1 ? values[0] : variable.byDefault;
  return value === undefined ? undefined : literalParts(value);
}
