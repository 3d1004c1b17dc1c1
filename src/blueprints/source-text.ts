import type { Account } from "../organization/index.ts";
import { type PolicyTemplate, policyFile } from "./blueprint.ts";

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

const LINE_WIDTH = 120;

/** The members of an `accounts` block: each on one line where it fits. */
export function accountMembers(indent: number, accounts: Readonly<Record<string, Account>>): string {
  const margin = " ".repeat(indent);
  return Object.entries(accounts)
    .map(([key, account]) => {
      const name = /^[a-z]\w*$/i.test(key) ? key : literal(key);
      const fields = Object.entries(account).map(([field, value]) => `${field}: ${literal(String(value))}`);
      const line = `${margin}${name}: { ${fields.join(", ")} },`;
      if (line.length <= LINE_WIDTH) return line;
      return [`${margin}${name}: {`, ...fields.map((field) => `${margin}  ${field},`), `${margin}},`].join("\n");
    })
    .join("\n");
}
