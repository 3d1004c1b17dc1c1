import { expect, it } from "vitest";
import { expand, type Observation } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import { makePlan } from "./make.ts";

const nothing: Observation = { items: new Map(), creationsInFlight: [], managementAccountId: "111111111111", notRead: [], calls: {} };
const organization: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  contacts: { security: { name: "Ada", title: "Security", email: "security@acme.example", phone: "+1 555 0100" } },
  policies: { deny: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] } } },
  root: { accounts: { gone: { state: "closed", policies: ["deny"] }, used: { policies: ["deny"] } } },
};

it("makes nothing for an account that the file closes", () => {
  const { changes } = makePlan({ name: "acme", homeRegion: "eu-west-1", desired: expand(organization), observation: nothing, comparers: [] });
  const addresses = changes.map(({ address }) => address);
  expect(addresses.filter((address) => address.includes("gone"))).toEqual([]);
  expect(addresses).toEqual(expect.arrayContaining(["account:used", "attachment:scp/deny>account:used"]));
});
