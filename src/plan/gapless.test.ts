import { describe, expect, it } from "vitest";
import { LandfallError } from "../diagnostics/index.ts";
import type { AttachmentItem, Inventory, Item, Observation, Observed } from "../inventory/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import { change } from "./change.ts";
import { withoutGaps } from "./gapless.ts";
import type { Change } from "./plan.ts";
import { withWaits } from "./waits.ts";

type Said = readonly ["Allow" | "Deny", string];

const document = (...said: Said[]): PolicyDocument => ({ Version: "2012-10-17", Statement: said.map(([Effect, Action]) => ({ Effect, Action, Resource: "*" })) });
const policy = (name: string, ...said: Said[]): Item => ({ kind: "policy", address: `policy:scp/${name}`, policyKind: "scp", name, description: "", document: document(...said), tags: {} });
const ou = (name: string): Item => ({ kind: "ou", address: `ou:${name}`, name, parent: "root", tags: {} });
const at = (name: string, target: string): AttachmentItem => ({ kind: "attachment", address: `attachment:scp/${name}>${target}`, policy: `policy:scp/${name}`, target });
const account = (key: string, parent: string): Item => ({ kind: "account", address: `account:${key}`, name: key, email: "", parent, tags: {}, state: "active", management: false });
const TYPE: Item = { kind: "policy-type", address: "policy-type:scp", policyKind: "scp" };
const ROOT: Item = { kind: "root", address: "root", tags: {} };

const inventory = (...items: Item[]): Inventory => new Map([ROOT, TYPE, ...items].map((item) => [item.address, item]));
const seen = (item: Item): Observed => ({ item, id: item.address, owner: "ours" });
const observedOf = (items: Inventory): Observation["items"] => new Map([...items].map(([address, item]) => [address, seen(item)]));

/** The changes between two inventories, as a plan would have them. */
function between(before: Inventory, after: Inventory): Change[] {
  const made = [...after.values()].flatMap((item) => {
    const old = before.get(item.address);
    if (old === undefined) return [change.create(item)];
    return item.kind === "account" && old.kind === "account" && old.parent !== item.parent ? [change.update(item, seen(old), [{ field: "parent" }], "")] : [];
  });
  const gone = [...before.values()].flatMap((item) => (item.kind === "attachment" && !after.has(item.address) ? [change.detach(item, seen(item), "")] : []));
  return withWaits([...made, ...gone], after, observedOf(before));
}

const row = (before: Inventory, after: Inventory): string[] => {
  const made = new Map(withoutGaps(between(before, after), after, observedOf(before)).map((each) => [each.address, each]));
  const place = (address: string): number => Math.max(-1, ...(made.get(address)?.waitsFor ?? []).map(place)) + 1;
  expect(new Set([...made.values()].map(({ phase }) => phase))).toEqual(new Set(["build"]));
  return [...made.keys()].toSorted((a, b) => place(a) - place(b));
};

function refusal(before: Inventory, after: Inventory): unknown {
  try {
    return row(before, after);
  } catch (error) {
    if (error instanceof LandfallError) return error.diagnostics.map(({ code, fix = "" }) => [code, fix.slice(0, 46)]);
    throw error;
  }
}

const FULL = (...targets: string[]): AttachmentItem[] => targets.map((target) => at("FullAWSAccess", target));
const lists = [policy("a", ["Allow", "s3:*"]), policy("b", ["Allow", "ec2:*"])];
/** The one stands beside list b and denies a part of it, the other beside list a. */
const both = [...lists, policy("beside-b", ["Allow", "kms:*"], ["Deny", "ec2:Run*"]), policy("beside-a", ["Allow", "sqs:*"], ["Deny", "s3:Put*"])];
const twoPlaces = [...both, ou("A"), ou("B"), at("a", "ou:A"), at("b", "ou:B"), ...FULL("root", "account:x", "account:y")];

describe("withoutGaps", () => {
  it("takes an SCP that allows and denies away before an account comes to its place", () => {
    const before = inventory(...twoPlaces, account("x", "ou:A"), at("beside-b", "ou:B"));
    expect(row(before, inventory(...twoPlaces, account("x", "ou:B")))).toEqual(["attachment:scp/beside-b>ou:B", "account:x"]);
  });

  it("lets an account leave before the SCP of its place goes", () => {
    const before = inventory(...twoPlaces, account("x", "ou:B"), at("beside-b", "ou:B"), at("beside-a", "ou:A"));
    const after = inventory(...twoPlaces, account("x", "ou:A"));
    expect(row(before, after)).toEqual(["attachment:scp/beside-a>ou:A", "account:x", "attachment:scp/beside-b>ou:B"]);
  });

  it("refuses what no order keeps closed, and says how to make it in two", () => {
    const things = [...lists, ou("A"), account("x", "ou:A"), ...FULL("account:x")];
    const [before, after] = [inventory(...things, at("a", "root"), at("b", "ou:A")), inventory(...things, at("b", "root"), at("a", "ou:A"))];
    expect(refusal(before, after)).toEqual([["LF4010", "Make two applies of it. Attach to ou:A a polic"]]);
    const closed = [policy("closed", ["Deny", "*"]), at("closed", "ou:A")];
    expect(row(before, inventory(...after.values(), ...closed)).slice(0, 2)).toEqual(["policy:scp/closed", "attachment:scp/closed>ou:A"]);
    expect(withoutGaps(between(inventory(...after.values(), ...closed), after), after, observedOf(after))).toHaveLength(1);
  });

  it("refuses accounts that change places while what allows and denies goes from both", () => {
    const before = inventory(...twoPlaces, account("x", "ou:A"), account("y", "ou:B"), at("beside-a", "ou:A"), at("beside-b", "ou:B"));
    const after = inventory(...twoPlaces, account("x", "ou:B"), account("y", "ou:A"));
    expect(refusal(before, after)).toEqual([["LF4010", "Make two applies of it. Attach to root a polic"]]);
  });

  it("lets one list take the place of another where nothing else on the way changes, new one first", () => {
    const things = [...lists, ou("A"), account("x", "ou:A"), ...FULL("root", "account:x")];
    const [before, after] = [inventory(...things, at("a", "ou:A")), inventory(...things, at("b", "ou:A"))];
    expect(row(before, after)).toEqual(["attachment:scp/b>ou:A", "attachment:scp/a>ou:A"]);
  });

  it("leaves plans alone whose phases suffice", () => {
    const things = [...both, ou("A"), account("x", "ou:A"), ...FULL("root", "account:x", "ou:A")];
    const before = inventory(...things, at("beside-b", "ou:A"));
    const changes = between(before, inventory(...things));
    expect(changes.map(({ phase }) => phase)).toEqual(["loosen"]);
    expect(withoutGaps(changes, inventory(...things), observedOf(before))).toEqual(changes);
  });
});
