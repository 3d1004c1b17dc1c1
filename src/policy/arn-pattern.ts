/**
 * The six fields of an ARN pattern as it stands in a policy; the sixth takes the rest. Colons inside `${…}` do not
 * separate. Fewer fields come back for a shortened ARN, undefined for a text that is no ARN.
 */
export function arnPatternFields(text: string): string[] | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const fields: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length && fields.length < 5; i++) {
    if (text[i] === "{" && text[i - 1] === "$") depth++;
    else if (text[i] === "}" && depth > 0) depth--;
    else if (text[i] === ":" && depth === 0) {
      fields.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...fields, text.slice(start)];
}
