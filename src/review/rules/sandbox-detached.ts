import type { Rule } from "../rule.ts";
import { SANDBOX, topOu } from "../stages.ts";
import { mayDeny } from "../statements.ts";
import { listed, nameOf } from "../words.ts";

/** The usual ways from a VPC into another network. */
const PATHS = ["ec2:CreateVpcPeeringConnection", "ec2:CreateTransitGatewayVpcAttachment", "ec2:AttachVpnGateway"];

export const sandboxDetached: Rule = {
  code: "LF2127",
  name: "sandbox-detached",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [26],
  check: ({ nodes, statements }) =>
    nodes
      .filter((node) => node.names.length === 1 && topOu(node).startsWith(SANDBOX))
      .flatMap(({ address, path, node }) => {
        const inForce = [...(nodes[0]?.node.policies ?? []), ...(node.policies ?? [])].flatMap((key) => statements.get(key) ?? []);
        const open = PATHS.filter((action) => !inForce.some((statement) => mayDeny(statement, action)));
        if (open.length === 0) return [];
        return [{ address, path, summary: `In ${nameOf(address)} nothing stops ${listed(open)}.` }];
      }),
};
