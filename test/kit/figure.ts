import type { Organization, OrganizationalUnit } from "../../src/organization/index.ts";

/** OUs with a slash, accounts below their OU with stage and guardrails of their own, in brackets. */
export function figure(organization: Organization, top?: string): string {
  const attached = (guardrails: readonly string[] | undefined): string => (guardrails === undefined ? "" : ` [${guardrails.join(", ")}]`);
  const lines = (name: string, node: OrganizationalUnit, margin: string): string[] => [
    `${margin}${name}/${attached(node.guardrails)}`,
    ...Object.entries(node.accounts ?? {}).map(([key, { stage, guardrails }]) => `${margin}  ${key}${stage ? ` (${stage})` : ""}${attached(guardrails)}`),
    ...Object.entries(node.ous ?? {}).flatMap(([child, ou]) => lines(child, ou, `${margin}  `)),
  ];
  if (top !== undefined) return lines(top, organization.ous?.[top] ?? {}, "").join("\n");
  return lines("root", { ...organization.root, ous: organization.ous }, "").join("\n");
}
