import { isPolicyVariable, VARIABLE } from "./variables.ts";

/** `<my-org-id>`, `{{ Name }}`, `{example-region}`, `[ROLE_NAME]`, `%{ for … }`. */
const BRACKETED = /<[^<>]+>|\{\{[^{}]*\}\}|%\{[^{}]*\}|(?<![$%{])\{[^{}]*\}(?!\})|\[[A-Za-z][\w -]+\]/g;

/** Words in capitals, as in `INSERT_YOUR_ROLE_HERE`. */
const SHOUTED = /\b[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+\b/g;
const ASKING = /\b(?:YOUR|MY|INSERT|HERE|REPLACE|CHANGE|CHANGEME|TODO|FIXME|EXAMPLE|LIST OF)\b/;

/**
 * Pieces of a text that someone was meant to replace. Policy variables such as `${aws:PrincipalAccount}` are none;
 * `${Account}` is one, because a policy variable is a condition key and has a colon.
 */
export function placeholdersIn(text: string): string[] {
  const variables = text.match(VARIABLE) ?? [];
  const rest = text.replaceAll(VARIABLE, " ");
  const shouted = (rest.match(SHOUTED) ?? []).filter((words) => ASKING.test(words.replaceAll(/[_-]/g, " ")));
  return [...variables.filter((variable) => !isPolicyVariable(variable)), ...(rest.match(BRACKETED) ?? []), ...shouted];
}
