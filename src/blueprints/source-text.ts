import type { Account } from "../organization/index.ts";

/** A string or a list of strings as TypeScript source. */
export const literal = (value: string | readonly string[]): string =>
  typeof value === "string" ? JSON.stringify(value) : `[${value.map((text) => JSON.stringify(text)).join(", ")}]`;

const LINE_WIDTH = 120;

/** A list under its name: on one line where it fits. */
export function listLines(name: string, values: readonly string[], indent: number): string[] {
  const margin = " ".repeat(indent);
  const line = `${margin}${name}: ${literal(values)},`;
  return line.length <= LINE_WIDTH ? [line] : [`${margin}${name}: [`, ...values.map((value) => `${margin}  ${literal(value)},`), `${margin}],`];
}

/** A key as a person writes it: in quotes only where it needs them. */
export const memberName = (key: string): string => (/^[a-z]\w*$/i.test(key) ? key : literal(key));

function fieldText(value: unknown): string {
  if (Array.isArray(value)) return literal(value.map(String));
  if (typeof value !== "object" || value === null) return literal(String(value));
  return `{ ${Object.entries(value).map(([key, member]) => `${memberName(key)}: ${literal(String(member))}`).join(", ")} }`;
}

/** The members of an `accounts` block: each on one line where it fits. */
export function accountMembers(indent: number, accounts: Readonly<Record<string, Account>>): string {
  const margin = " ".repeat(indent);
  return Object.entries(accounts)
    .map(([key, account]) => {
      const name = memberName(key);
      const fields = Object.entries(account).map(([field, value]) => `${field}: ${fieldText(value)}`);
      const line = `${margin}${name}: { ${fields.join(", ")} },`;
      if (line.length <= LINE_WIDTH) return line;
      return [`${margin}${name}: {`, ...fields.map((field) => `${margin}  ${field},`), `${margin}},`].join("\n");
    })
    .join("\n");
}
