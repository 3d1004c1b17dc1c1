import { arnPatternFields } from "../arn-fields.ts";
import { VARIABLE } from "../variables.ts";

/**
 * Whether everything that pattern `b` can match is also matched by pattern `a`. `true` is a proof; `false` only means
 * that none was found. `*` in `a` may stand for any run of `b`, `?` for one character or `?` of `b`; a variable is only
 * covered by itself or by `*`, because its value has no known length.
 */
export function patternCovers(a: string, b: string): boolean {
  return a === b || covers(symbols(a), symbols(b));
}

/** The same for actions: the service is literal, and bare `*` is every action. Both in lower case. */
export function actionCovers(a: string, b: string): boolean {
  if (a === b || a === "*") return true;
  const [service, name] = a.split(":");
  const [otherService, otherName] = b.split(":");
  return service === otherService && name !== undefined && otherName !== undefined && patternCovers(name, otherName);
}

/**
 * The same for ARNs with all six fields, field by field. This holds whether or not `*` at the end of a field may run past the colon:
 * AWS leaves that open.
 */
export function arnCovers(a: string, b: string): boolean {
  if (a === b) return true;
  const fields = arnPatternFields(a);
  const others = arnPatternFields(b);
  if (fields?.length !== 6 || others?.length !== 6) return false;
  return fields.every((field, index) => patternCovers(field, others[index] ?? ""));
}

/** Characters and variables; a variable is one symbol. */
function symbols(text: string): string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    found.push(...Array.from(text.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return [...found, ...Array.from(text.slice(end))];
}

/** The usual wildcard match, with `b`'s wildcards taken as symbols that only a wildcard of `a` can stand for. */
function covers(a: readonly string[], b: readonly string[]): boolean {
  let i = 0;
  let star = -1;
  let resume = 0;
  let j = 0;
  while (j < b.length) {
    if (a[i] === "*") {
      star = i++;
      resume = j;
    } else if (i < a.length && standsFor(a[i] ?? "", b[j] ?? "")) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++resume;
    } else return false;
  }
  while (a[i] === "*") i++;
  return i === a.length;
}

/** `?` is not taken to stand for a character of two UTF-16 units: AWS does not say what it counts. */
function standsFor(a: string, b: string): boolean {
  if (b === "*") return false;
  return a === b || (a === "?" && b.length === 1);
}
