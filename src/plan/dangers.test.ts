import { describe, expect, it } from "vitest";
import type { AttachmentItem, Inventory, Item, Observation, Observed } from "../inventory/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import { change } from "./change.ts";
import { withDangers } from "./dangers.ts";
import type { Change } from "./plan.ts";

const text = (effect: "Allow" | "Deny", action = "s3:*"): PolicyDocument => ({ Version: "2012-10-17", Statement: [{ Effect: effect, Action: action, Resource: "*" }] });
const policy = (effect: "Allow" | "Deny", action?: string, kind: "scp" | "tag" = "scp"): Item => ({ kind: "policy", address: `policy:${kind}/p`, policyKind: kind, name: "p", description: "", document: text(effect, action), tags: {} });
const attachment = (target: string, kind = "scp"): AttachmentItem => ({ kind: "attachment", address: `attachment:${kind}/p>${target}`, policy: `policy:${kind}/p`, target });
const account: Item = { kind: "account", address: "account:a", name: "a", email: "", parent: "root", tags: {}, state: "closed", management: false };
const having = <I extends Item>(item: I): Observed<I> => ({ item, id: "1", owner: "ours" });

const observation = (...items: Item[]): Observation => ({ items: new Map(items.map((item) => [item.address, having(item)])), creationsInFlight: [], managementAccountId: "1", notRead: [], calls: {} });
const inventory = (...items: Item[]): Inventory => new Map(items.map((item) => [item.address, item]));
const codeOf = (made: Change, seen = observation(), desired = inventory()) => withDangers([made], desired, seen)[0]?.dangerCode;

describe("withDangers", () => {
  it.each([
    ["LF4101", change.close(account, having(account))],
    ["LF4102", change.takeAway(having(account))],
    ["LF4103", change.remove(having({ kind: "ou", address: "ou:A", name: "A", parent: "root", tags: {} }), "")],
    ["LF4104", change.takeAway(having({ kind: "policy-type", address: "policy-type:scp", policyKind: "scp" }))],
    ["LF4105", change.takeAway(having({ kind: "trusted-access", address: "trusted-access:x", service: "x" }))],
    ["LF4106", change.takeAway(having({ kind: "delegated-administrator", address: "delegated-administrator:x>account:a", service: "x", account: "account:a" }))],
    ["LF4107", change.create({ kind: "policy-type", address: "policy-type:s3", policyKind: "s3" })],
    ["LF4107", change.create({ kind: "policy-type", address: "policy-type:guardduty", policyKind: "guardduty" })],
    ["LF4109", change.takeAway(having({ kind: "root-access", address: "root-access:sessions", feature: "sessions" } as unknown as Item))],
  ])("%s: is in the list", (code, made) => {
    expect(codeOf(made)).toBe(code);
    expect(withDangers([made], inventory(), observation())[0]?.danger).not.toBe("");
  });

  it("LF4108: is in the list where a policy that forbids leaves the root or forbids less there", () => {
    const atRoot = observation(policy("Deny"), attachment("root"));
    expect(codeOf(change.detach(attachment("root"), having(attachment("root")), ""), atRoot)).toBe("LF4108");
    const weaker = change.update(policy("Deny", "s3:Get*"), having(policy("Deny")), [], "");
    expect(codeOf(weaker, atRoot)).toBe("LF4108");
    expect(codeOf(weaker, observation(policy("Deny"), attachment("ou:A")))).toBeUndefined();
  });

  it("holds nothing that tightens, is below the root, or forbids nothing", () => {
    const atRoot = observation(policy("Deny", "s3:Get*"), attachment("root"));
    expect(codeOf(change.update(policy("Deny", "s3:*"), having(policy("Deny", "s3:Get*")), [], ""), atRoot)).toBeUndefined();
    expect(codeOf(change.detach(attachment("ou:A"), having(attachment("ou:A")), ""), observation(policy("Deny")))).toBeUndefined();
    expect(codeOf(change.detach(attachment("root"), having(attachment("root")), ""), observation(policy("Allow")))).toBeUndefined();
    expect(codeOf(change.detach(attachment("root", "tag"), having(attachment("root", "tag")), ""), observation(policy("Deny", "x", "tag")))).toBeUndefined();
    expect(codeOf(change.create({ kind: "policy-type", address: "policy-type:scp", policyKind: "scp" }))).toBeUndefined();
  });
});
