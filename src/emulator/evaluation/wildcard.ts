/** How policies match text: `*` stands for any run of characters, `?` for one. */
export const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);

export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const compiled = new Map<string, RegExp>();
/** Far more patterns than any world holds; then the oldest are compiled again. */
const MOST_COMPILED = 20_000;

function regexOf(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`;
  let regex = compiled.get(key);
  if (regex === undefined) {
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, (regex = new RegExp(`^${source}$`, flags)));
  }
  return regex;
}

const sourceOf = (pattern: string): string => literal(pattern).replaceAll("\\*", ".*").replaceAll("\\?", ".");

export const matchesWildcard = (pattern: string, text: string): boolean => (hasWildcard(pattern) ? regexOf(sourceOf(pattern), "s").test(text) : pattern === text);

/** Actions are compared without case. */
export const matchesAction = (pattern: string, action: string): boolean => matchesWildcard(pattern.toLowerCase(), action.toLowerCase());

/** ARNs are compared field by field; the sixth takes the rest. */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === "*") return true;
  const patterns = fieldsOf(pattern);
  const fields = fieldsOf(arn);
  return patterns.length === 6 && fields.length === 6 && patterns.every((field, index) => matchesWildcard(field, fields[index] ?? ""));
}

function fieldsOf(arn: string): string[] {
  const [a = "", b = "", c = "", d = "", e = "", ...rest] = arn.split(":");
  return rest.length === 0 ? [] : [a, b, c, d, e, rest.join(":")];
}
