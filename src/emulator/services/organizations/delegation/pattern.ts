/**
 * Whether a pattern of the policy language matches a text whole: `*` is any run of characters, `?` any one.
 * It goes back to the last `*` only, so that no pattern takes long.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < text.length; ) {
    if (pattern[at] === "*") {
      star = at;
      resume = i;
      at += 1;
    } else if (pattern[at] === "?" || pattern[at] === text[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      i = resume;
    } else return false;
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
