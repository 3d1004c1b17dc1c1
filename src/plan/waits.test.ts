import { describe, expect, it } from "vitest";
import type { AttachmentItem, Inventory, Item } from "../inventory/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";
import { withWaits } from "./waits.ts";

const document = (effect: "Allow" | "Deny"): PolicyDocument => ({ Version: "2012-10-17", Statement: [{ Effect: effect, Action: "s3:*", Resource: "*" }] });
const policy = (name: string, effect: "Allow" | "Deny"): Item => ({ kind: "policy", address: `policy:scp/${name}`, policyKind: "scp", name, description: "", document: document(effect), tags: {} });
const ou = (path: string, parent: string): Item => ({ kind: "ou", address: `ou:${path}`, name: path, parent, tags: {} });
const attachment = (name: string, target: string): AttachmentItem => ({ kind: "attachment", address: `attachment:scp/${name}>${target}`, policy: `policy:scp/${name}`, target });
const account = (key: string, parent: string): Item => ({ kind: "account", address: `account:${key}`, name: key, email: "", parent, tags: {}, state: "active", management: false });

const inventory = (...items: Item[]): Inventory => new Map(items.map((item) => [item.address, item]));
const waitsOf = (changes: readonly Change[], desired: Inventory, address: string): readonly string[] =>
  withWaits(changes, desired).find((made) => made.address === address)?.waitsFor ?? [];

describe("withWaits", () => {
  it("lets an account wait for every policy of its new path", () => {
    const desired = inventory(policy("p", "Deny"), ou("A", "root"), ou("A/B", "ou:A"), account("x", "ou:A/B"), attachment("p", "root"), attachment("p", "ou:A"), attachment("p", "ou:A/B"));
    const changes = [...desired.values()].map((item) => change.create(item));
    expect(waitsOf(changes, desired, "account:x")).toEqual(["attachment:scp/p>ou:A", "attachment:scp/p>ou:A/B", "attachment:scp/p>root", "ou:A", "ou:A/B"]);
  });

  it("attaches what denies before what allows, above and below on one path", () => {
    const desired = inventory(policy("deny", "Deny"), policy("allow", "Allow"), ou("A", "root"), ou("B", "root"), attachment("deny", "root"), attachment("deny", "ou:B"), attachment("allow", "ou:A"));
    const changes = [attachment("deny", "root"), attachment("deny", "ou:B"), attachment("allow", "ou:A")].map((item) => change.create(item));
    expect(waitsOf(changes, desired, "attachment:scp/allow>ou:A")).toEqual(["attachment:scp/deny>root"]);
  });

  it("takes away what allows before what denies", () => {
    const [allow, deny] = [attachment("allow", "ou:A"), attachment("deny", "ou:A")];
    const desired = inventory(policy("deny", "Deny"), policy("allow", "Allow"), ou("A", "root"));
    const changes = [deny, allow].map((item) => change.detach(item, { item, id: "", owner: "ours" }, ""));
    expect(waitsOf(changes, desired, deny.address)).toEqual([allow.address]);
    expect(waitsOf(changes, desired, allow.address)).toEqual([]);
  });

  it("deletes the OUs inside an OU before it", () => {
    const [outer, inner] = [ou("A", "root"), ou("A/B", "ou:A")];
    const changes = [outer, inner].map((item) => change.remove({ item, id: "", owner: "ours" }, ""));
    expect(waitsOf(changes, inventory(), "ou:A")).toEqual(["ou:A/B"]);
  });

  it("attaches to an account that moves before it moves", () => {
    const desired = inventory(policy("deny", "Deny"), ou("A", "root"), account("x", "ou:A"), attachment("deny", "account:x"));
    const moved = change.update(account("x", "ou:A"), { item: account("x", "root"), id: "", owner: "ours" }, [{ field: "parent", before: "root", after: "ou:A" }], "");
    const changes = [moved, change.create(attachment("deny", "account:x"))];
    expect(waitsOf(changes, desired, "account:x")).toEqual(["attachment:scp/deny>account:x"]);
    expect(waitsOf(changes, desired, "attachment:scp/deny>account:x")).toEqual([]);
  });

  it("never makes a circle when a new account has policies of its own", () => {
    const desired = inventory(policy("deny", "Deny"), policy("allow", "Allow"), account("x", "root"), attachment("deny", "account:x"), attachment("allow", "root"));
    const changes = withWaits([...desired.values()].map((item) => change.create(item)), desired);
    const waits = new Map(changes.map((made) => [made.address, made.waitsFor]));
    const visit = (address: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(address);
      for (const next of waits.get(address) ?? []) visit(next, [...seen, address]);
    };
    for (const address of waits.keys()) visit(address, []);
  });
});
