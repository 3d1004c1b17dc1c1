import { describe, expect, it } from "vitest";
import { expand, type Observation, type Observed } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import { itemsAfter } from "./after.ts";
import { makePlan } from "./index.ts";

const organization = (more: Partial<Organization>): Organization => ({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", ...more });

describe("what an organization holds after a plan", () => {
  it("has AWS's own policy also on what the file does not declare, where a policy type is enabled", () => {
    const ous = { Prod: { accounts: { shop: { id: "111111111111" } } } };
    const there = expand(organization({ ous: { ...ous, Other: { accounts: { found: { id: "222222222222" } } } } }));
    const items = new Map([...there].map(([address, item]): [string, Observed] => [address, { item, id: item.kind === "account" ? (item.statedId ?? "") : address, owner: "watched" }]));
    for (const { item } of items.values()) if (item.kind === "policy-type" || item.kind === "attachment") items.delete(item.address);
    const observation: Observation = { items, creationsInFlight: [], managementAccountId: "999999999999", notRead: [], calls: {} };
    const desired = expand(organization({ ous: { Prod: { ...ous.Prod, fullAwsAccess: false, policies: ["some"] } }, policies: { some: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] } } } }));
    const { changes } = makePlan({ name: "acme", homeRegion: "eu-west-1", desired, observation, comparers: [] });
    const attached = [...itemsAfter(items, desired, changes).values()].flatMap((item) => (item.kind === "attachment" && item.policy.startsWith("policy:scp/") ? [item.address] : []));
    expect(attached).toContain("attachment:scp/FullAWSAccess>account:found");
    expect(attached).toContain("attachment:scp/FullAWSAccess>ou:Other");
    expect(attached).not.toContain("attachment:scp/FullAWSAccess>ou:Prod");
    expect(attached).toContain("attachment:scp/some>ou:Prod");
  });
});
