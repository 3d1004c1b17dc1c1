/** How many fields an ARN has; the last takes the rest, colons included. */
export const FIELDS = 6;

/**
 * A pattern as it stands in a policy, cut at its first five colons. With variables the colons inside of `${…}` do not
 * separate; braces do not nest, so the first `${` of `${a${b}` opens nothing (open question unknown-variable-form).
 */
export function splitFields(text: string, variables: boolean): string[] {
  const fields: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length && fields.length < FIELDS - 1; at++) {
    if (variables && text.startsWith("${", at)) at = closingBrace(text, at + 2) ?? at;
    else if (text[at] === ":") {
      fields.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...fields, text.slice(start)];
}

function closingBrace(text: string, from: number): number | undefined {
  const end = text.indexOf("}", from);
  return end < 0 || text.slice(from, end).includes("{") ? undefined : end;
}

/** The fields of an ARN pattern, fewer for a shortened one; undefined for a text that is no ARN. */
export const arnPatternFields = (text: string): string[] | undefined => (text.startsWith("arn:") ? splitFields(text, true) : undefined);
