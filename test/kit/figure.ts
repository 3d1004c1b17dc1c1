import type { Organization, OrganizationalUnit } from "../../src/organization/index.ts";

/** OUs with a slash, accounts below their OU with stage and policies of their own, policies in brackets. */
export function figure(organization: Organization, top?: string): string {
  const attached = (policies: readonly string[] | undefined): string => (policies === undefined ? "" : ` [${policies.join(", ")}]`);
  const lines = (name: string, node: OrganizationalUnit, margin: string): string[] => [
    `${margin}${name}/${attached(node.policies)}`,
    ...Object.entries(node.accounts ?? {}).map(([key, { stage, policies }]) => `${margin}  ${key}${stage ? ` (${stage})` : ""}${attached(policies)}`),
    ...Object.entries(node.ous ?? {}).flatMap(([child, ou]) => lines(child, ou, `${margin}  `)),
  ];
  if (top !== undefined) return lines(top, organization.ous?.[top] ?? {}, "").join("\n");
  return lines("root", { ...organization.root, ous: organization.ous }, "").join("\n");
}
