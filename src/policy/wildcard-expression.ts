/** Says of whole texts whether they match. */
export interface WildcardExpression {
  test(text: string): boolean;
}

/**
 * A pattern of a policy, in which `*` and `?` are wildcards. Give `i` where case does not count. Takes no longer than the
 * pattern is long for each character of a text, however many wildcards there are: policies may come from others.
 */
export function wildcardExpression(pattern: string, flags?: "i"): WildcardExpression {
  // With one star there is nothing to try again, and most patterns have no more.
  if (pattern.indexOf("*") === pattern.lastIndexOf("*")) return new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".")}$`, flags === "i" ? "is" : "s");
  if (flags === undefined) return { test: (text) => matches(pattern, text) };
  const small = pattern.toLowerCase();
  return { test: (text) => matches(small, text.toLowerCase()) };
}

/** What is behind a star is looked for from the left; where the rest fails, only the last star takes a character more. */
function matches(pattern: string, text: string): boolean {
  let [at, from, star, taken] = [0, 0, -1, 0];
  while (from < text.length) {
    const symbol = pattern[at];
    if (symbol === "*") {
      [star, taken] = [at, from];
      at += 1;
    } else if (symbol === "?" || (symbol !== undefined && symbol === text[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      taken += 1;
      [at, from] = [star + 1, taken];
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
