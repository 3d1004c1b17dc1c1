import type { Account } from "../organization/index.ts";
import type { PolicyTemplate } from "./blueprint.ts";

export const policyFile = (policy: PolicyTemplate): string => `policies/${policy.name}.json`;

/** A string or a list of strings as TypeScript source. */
export const literal = (value: string | readonly string[]): string =>
  typeof value === "string" ? JSON.stringify(value) : `[${value.map((text) => JSON.stringify(text)).join(", ")}]`;

/** The members of the `policies` block of an organization file, indented for it. */
export function policyMembers(policies: readonly PolicyTemplate[]): string {
  return policies
    .map((policy) =>
      [
        `    ${literal(policy.name)}: {`,
        `      type: ${literal(policy.type)},`,
        `      description: ${literal(policy.description)},`,
        `      file: ${literal(policyFile(policy))},`,
        "    },",
      ].join("\n"),
    )
    .join("\n");
}

/** A key as a person writes it: in quotes only where it needs them. */
export const memberName = (key: string): string => (/^[a-z]\w*$/i.test(key) ? key : literal(key));

function fieldText(value: unknown): string {
  if (Array.isArray(value)) return literal(value.map(String));
  if (typeof value !== "object" || value === null) return literal(String(value));
  return `{ ${Object.entries(value).map(([key, member]) => `${memberName(key)}: ${literal(String(member))}`).join(", ")} }`;
}

const LINE_WIDTH = 120;

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
