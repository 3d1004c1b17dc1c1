import { Lexer } from "yaml";

/**
 * Levels of nesting that the YAML reader is given. It calls itself once per level, and near the end of the stack
 * a regular expression compiled for the first time ends the whole process, which nothing can catch.
 */
export const MAX_YAML_DEPTH = 100;

/** Whether a text nests deeper than `MAX_YAML_DEPTH`; looks at tokens only, without nesting itself. */
export function nestsTooDeep(text: string): boolean {
  let flow = 0;
  let line = 0;
  let fresh = true;
  for (const token of new Lexer().lex(text)) {
    if (token === "\n" || token === "\r\n") {
      line = 0;
      fresh = true;
      continue;
    }
    if (token === "[" || token === "{") flow++;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?") line++;
    else if (fresh && /^[ \t]+$/.test(token)) line += token.length;
    fresh = false;
    // A block nests by indentation, one level or two per column, and by the dashes on one line.
    if (flow > MAX_YAML_DEPTH || (flow === 0 && line > 2 * MAX_YAML_DEPTH)) return true;
  }
  return false;
}
