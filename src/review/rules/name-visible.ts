import type { ValuePath } from "../../diagnostics/index.ts";
import type { Rule } from "../rule.ts";

/** Format characters, among them the zero-width and the bidirectional ones, control characters, and separators of lines. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;

export const nameVisible: Rule = {
  code: "LF2143",
  name: "name-visible",
  severity: "warning",
  source: "Unicode Technical Report 36, Unicode Security Considerations",
  check: ({ nodes, accounts, policies }) => {
    const names: readonly { readonly what: string; readonly name: string | undefined; readonly path: ValuePath }[] = [
      ...nodes.map(({ names: way, path }) => ({ what: "OU", name: way.at(-1), path })),
      ...accounts.flatMap(({ key, account, path }) => [
        { what: "account", name: account.name ?? key, path },
        { what: "owner", name: account.owner, path: [...path, "owner"] },
        { what: "service", name: account.service, path: [...path, "service"] },
      ]),
      ...[...policies].map(([key, { name }]) => ({ what: "policy", name: name ?? key, path: ["policies", key] })),
    ];
    return names.flatMap(({ what, name = "", path }) => {
      const hidden = [...new Set(name.match(INVISIBLE) ?? [])];
      if (hidden.length === 0) return [];
      return [{ path, summary: `The name of the ${what} "${name.replaceAll(INVISIBLE, "")}" also holds ${hidden.map(codePoint).join(", ")}, which nobody sees.` }];
    });
  },
};

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
