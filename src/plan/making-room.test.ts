import { describe, expect, it } from "vitest";
import type { Item } from "../inventory/index.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";
import { withWaits } from "./waits.ts";

const administrator = (service: string, key: string): Item => ({ kind: "delegated-administrator", address: `delegated-administrator:${service}>account:${key}`, service, account: `account:${key}` });
const goes = (item: Item): Change => change.takeAway({ item, id: "", owner: "watched" });
const account: Item = { kind: "account", address: "account:a", name: "a", email: "", parent: "root", tags: {}, state: "closed", management: false };
const ordered = (...changes: Change[]): unknown[] => withWaits(changes, new Map()).map(({ action, phase, waitsFor }) => [action, phase, waitsFor]);

describe("deregistering an administrator", () => {
  it("comes first where the service takes no more than one", () => {
    const [old, next] = [administrator("sso.amazonaws.com", "a"), administrator("sso.amazonaws.com", "b")];
    expect(ordered(goes(old), change.create(next))).toEqual([["disable", "build", []], ["enable", "build", [old.address]]]);
  });

  it("comes last where there is room for both", () => {
    const [old, next] = [administrator("config.amazonaws.com", "a"), administrator("config.amazonaws.com", "b")];
    expect(ordered(goes(old), change.create(next))).toEqual([["disable", "clean", []], ["enable", "build", []]]);
  });

  it("comes before its account is closed, which AWS would refuse", () => {
    const office = administrator("config.amazonaws.com", "a");
    expect(ordered(change.close(account, { item: account, id: "", owner: "ours" }), goes(office))).toEqual([["close", "clean", [office.address]], ["disable", "clean", []]]);
  });
});
