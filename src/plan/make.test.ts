import { expect, it } from "vitest";
import { expand, type Item, NO_STATEMENTS, type Observation } from "../inventory/index.ts";
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

it("leaves an OU that the file says remove of while something that stays is in it", () => {
  const ou = (path: string, parent: string): Item => ({ kind: "ou", address: `ou:${path}`, name: path, parent, tags: {} });
  const items = new Map([ou("Old", "root"), ou("Old/Theirs", "ou:Old")].map((item) => [item.address, { item, id: item.address, owner: "watched" as const }]));
  const planned = (...remove: string[]) => makePlan({ name: "acme", homeRegion: "eu-west-1", desired: new Map(), observation: { ...nothing, items }, statements: { ...NO_STATEMENTS, remove: new Set(remove) }, comparers: [] });
  expect(planned("ou:Old").changes).toEqual([]);
  expect(planned("ou:Old").unmanaged.map(({ address, why }) => [address, why])).toEqual([
    ["ou:Old", "the file says remove, but what stays is in it"],
    ["ou:Old/Theirs", "made by others"],
  ]);
  expect(planned("ou:Old", "ou:Old/Theirs").changes.map(({ address }) => address)).toEqual(["ou:Old", "ou:Old/Theirs"]);
});
