import { describe, expect, it } from "vitest";
import type { AccountItem, Inventory, Item, Observation, Observed } from "../inventory/index.ts";
import { refusals } from "./refusals.ts";

const account = (key: string, more: Partial<AccountItem> = {}): AccountItem => ({
  kind: "account", address: `account:${key}`, name: key, email: "", parent: "root", tags: {}, state: "active", management: false, ...more,
});
const inventory = (...items: Item[]): Inventory => new Map(items.map((item) => [item.address, item]));
const seen = (item: Item, id: string, owner: Observed["owner"] = "ours"): Observed => ({ item, id, owner });
const observation = (...things: Observed[]): Observation => ({
  items: new Map(things.map((thing) => [thing.item.address, thing])),
  creationsInFlight: [],
  managementAccountId: "111111111111",
  notRead: [],
  calls: {},
});
const codes = (desired: Inventory, found: Observation): string[] => refusals(desired, found).map(({ code }) => code);

describe("a plan is refused", () => {
  it("LF4001: when the credentials belong to another organization than the file's", () => {
    const management = account("management", { management: true, statedId: "999999999999" });
    expect(codes(inventory(management), observation())).toEqual(["LF4001"]);
    expect(codes(inventory({ ...management, statedId: "111111111111" }), observation())).toEqual([]);
  });

  it("LF4002: when the organization has consolidated billing only", () => {
    const organization: Item = { kind: "organization", address: "organization", featureSet: "CONSOLIDATED_BILLING" };
    expect(codes(inventory(), observation(seen(organization, "o-1")))).toEqual(["LF4002"]);
  });

  it("LF4003: when a stated account id is not there", () => {
    expect(codes(inventory(account("a", { statedId: "222222222222" })), observation())).toEqual(["LF4003"]);
  });

  it("LF4004: when one account is missing and another of ours is no longer declared", () => {
    const found = observation(seen(account("old"), "222222222222"));
    expect(codes(inventory(account("new")), found)).toEqual(["LF4004"]);
    expect(codes(inventory(account("new", { isNew: true })), found)).toEqual([]);
    expect(codes(inventory(account("new")), observation(seen(account("old"), "222222222222", "watched")))).toEqual([]);
  });

  it("LF4005: when a declared account is closed at AWS", () => {
    const found = observation(seen(account("a", { state: "closed" }), "222222222222"));
    expect(codes(inventory(account("a")), found)).toEqual(["LF4005"]);
    expect(codes(inventory(account("a", { state: "closed" })), found)).toEqual([]);
  });
});
