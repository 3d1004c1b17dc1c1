import type { PlacedAccount, PlacedNode } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import { plainOu } from "../stages.ts";
import { capital, nameOf } from "../words.ts";

export const ousMerged: Rule = {
  code: "LF2131",
  name: "ous-merged",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [6, 8],
  check: ({ nodes, accounts }) => {
    const inside = new Map<string, PlacedAccount[]>(nodes.map(({ address }) => [address, []]));
    for (const placed of accounts) inside.get(placed.parent.address)?.push(placed);
    const first = new Map<string, { readonly node: PlacedNode; readonly owner: string }>();
    return nodes.flatMap((node) => {
      const { owner, controls } = kindOf(node, inside.get(node.address) ?? []);
      if (owner === undefined || plainOu(node) === "policystaging") return [];
      const place = `${node.parent ?? ""} ${controls}`;
      const twin = first.get(place);
      if (twin === undefined) first.set(place, { node, owner });
      if (twin === undefined || twin.owner === owner) return [];
      const summary = `${capital(nameOf(twin.node.address))} and ${nameOf(node.address)} differ only in the owner of their accounts.`;
      return [{ address: node.address, path: node.path, summary }];
    });
  },
};

/** What an OU attaches, and for which lanes; its owner where all its accounts have one and the same. */
function kindOf({ node }: PlacedNode, accounts: readonly PlacedAccount[]): { readonly owner?: string; readonly controls: string } {
  const owners = new Set(accounts.map(({ account }) => account.owner));
  const [owner] = owners;
  const stages = [...new Set(accounts.map(({ account }) => account.stage ?? ""))].toSorted();
  const controls = JSON.stringify([[...(node.policies ?? [])].toSorted(), node.fullAwsAccess ?? true, stages]);
  return { controls, ...(owners.size === 1 && owner !== undefined ? { owner } : {}) };
}
