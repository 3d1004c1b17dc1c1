import type { Rule } from "../rule.ts";
import { nameOf } from "../words.ts";

export const attachmentsMerged: Rule = {
  code: "LF2130",
  name: "attachments-merged",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [6],
  check: ({ nodes }) =>
    nodes.flatMap(({ address, path, node }) => {
      const children = nodes.filter((child) => child.parent === address);
      const [first, ...others] = children;
      if (first === undefined || others.length === 0 || Object.keys(node.accounts ?? {}).length > 0) return [];
      return (first.node.policies ?? [])
        .filter((key) => others.every((child) => (child.node.policies ?? []).includes(key)))
        .map((key) => ({ address, path, summary: `The policy "${key}" is attached to each of the ${children.length} OUs below ${nameOf(address)}.` }));
    }),
};
