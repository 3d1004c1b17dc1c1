import { describe, expect, it } from "vitest";
import type { Organization } from "../organization/index.ts";
import { expand } from "./expand.ts";

const deny = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iam:*", Resource: "*" }] } as const;
const base: Organization = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@{organization}.example" };

describe("expand", () => {
  it("names OUs by their path and accounts by their key, parents before children", () => {
    const inventory = expand({ ...base, ous: { Workloads: { ous: { Prod: { accounts: { shop: {} } } } } } });
    expect([...inventory.keys()]).toEqual(["organization", "root", "ou:Workloads", "ou:Workloads/Prod", "account:management", "account:shop"]);
    expect(inventory.get("account:shop")).toMatchObject({ parent: "ou:Workloads/Prod", email: "aws+shop@acme.example", name: "shop", state: "active" });
  });

  it("turns stage, service, owner and a state other than active into tags, below the account's own", () => {
    const inventory = expand({ ...base, tags: { team: "core" }, root: { accounts: { shop: { stage: "dev", owner: "a", state: "held", tags: { owner: "b" } } } } });
    expect(inventory.get("account:shop")).toMatchObject({
      tags: { team: "core", stage: "dev", owner: "b", "landfall:state": "held", "landfall:address": "account:shop" },
    });
  });

  it("needs a policy type only when a policy of it is declared or FullAWSAccess is taken away", () => {
    expect(expand(base).has("policy-type:scp")).toBe(false);
    expect(expand({ ...base, policies: { p: { type: "scp", document: deny } } }).has("policy-type:scp")).toBe(true);
    expect(expand({ ...base, ous: { Lab: { fullAwsAccess: false } } }).has("policy-type:scp")).toBe(true);
  });

  it("keeps AWS's own policy on every node but those that give it up", () => {
    const inventory = expand({ ...base, policies: { p: { type: "scp", document: deny } }, ous: { Lab: { policies: ["p"], fullAwsAccess: false } } });
    expect(inventory.has("attachment:scp/FullAWSAccess>root")).toBe(true);
    expect(inventory.has("attachment:scp/FullAWSAccess>account:management")).toBe(true);
    expect(inventory.has("attachment:scp/FullAWSAccess>ou:Lab")).toBe(false);
    expect(inventory.get("attachment:scp/p>ou:Lab")).toMatchObject({ policy: "policy:scp/p", target: "ou:Lab" });
  });

  it("does not take a name from the prototype of objects for a policy", () => {
    const inventory = expand({ ...base, root: { policies: ["constructor", "toString"] } });
    expect([...inventory.values()].filter(({ kind }) => kind === "attachment")).toEqual([]);
  });

  it("writes addresses in the characters and the length of AWS's tags, however an OU is called", () => {
    const long = `R&D, "x"/%${"n".repeat(100)}`;
    const inventory = expand({ ...base, ous: { [long]: { ous: { [long]: { ous: { [long]: {} } } } } } });
    for (const item of inventory.values()) {
      if (item.kind === "ou") expect(item.tags["landfall:address"]?.length).toBeLessThanOrEqual(256);
      if (item.kind === "ou") expect(item.tags["landfall:address"]).toMatch(/^[\w.:/=+\-@ ]+$/);
    }
  });
});
