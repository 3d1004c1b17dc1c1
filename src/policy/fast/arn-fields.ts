/** How many fields an ARN has; the last takes the rest, colons included. */
export const FIELDS = 6;

/** A pattern cut at its first five colons; those inside of a variable do not separate. */
export function splitFields(text: string, variables: boolean): string[] {
  const fields: string[] = [];
  let start = 0;
  let inside = false;
  for (let at = 0; at < text.length && fields.length < FIELDS - 1; at++) {
    if (variables && text.startsWith("${", at)) inside = text.includes("}", at);
    else if (text[at] === "}") inside = false;
    else if (text[at] === ":" && !inside) {
      fields.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...fields, text.slice(start)];
}
