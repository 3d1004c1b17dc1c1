import { expand, type Inventory, type PolicyItem } from "../../../../src/inventory/index.ts";
import type { Organization } from "../../../../src/organization/index.ts";
import type { Plan } from "../../../../src/plan/index.ts";
import { change, create, observed, plan } from "./build.ts";

const organization = (regions: readonly string[], root: readonly string[]): Organization => ({
  name: "acme",
  homeRegion: "eu-west-1",
  regions,
  root: { guardrails: root },
  ous: { Workloads: { guardrails: ["deny-public-snapshots-amis"], ous: { Prod: { guardrails: ["deny-iam-users-and-keys", "org-identities-only"], accounts: { shop: {} } } } } },
});

export const declared: Inventory = expand(organization(["eu-west-1", "us-east-1"], ["deny-leave-organization", "region-allow-list"]));

function packIn(inventory: Inventory, address: string): PolicyItem {
  const item = inventory.get(address);
  if (item?.kind !== "policy") throw new Error(`${address} is no policy`);
  return item;
}

const after = expand(organization(["eu-west-1", "us-east-1", "eu-north-1"], ["region-allow-list", "deny-root-user"]));
const prod = packIn(after, "policy:scp/guardrails-Workloads.Prod");

/** One Region more, one guardrail instead of another at the root, and new ones in production. */
export const edited: Plan = plan({
  changes: [
    change(packIn(after, "policy:scp/guardrails-root"), observed(packIn(declared, "policy:scp/guardrails-root"), "p-root0001"), {
      differences: [{ field: "description", before: "…", after: "…" }],
      phase: "loosen",
      danger: "weakens the guardrails deny-leave-organization, region-allow-list at the root: it may allow more in every member account at once",
      dangerCode: "LF4108",
    }),
    create(prod),
    ...[...after.values()].filter((item) => item.kind === "attachment" && item.policy === prod.address).map(create),
  ],
});
