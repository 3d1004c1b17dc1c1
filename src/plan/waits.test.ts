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

const phasesOf = (changes: readonly Change[], desired: Inventory): Record<string, string> =>
  Object.fromEntries(withWaits(changes, desired).map(({ address, phase }) => [address, phase]));

describe("withWaits", () => {
  it("lets an account wait for every policy of its new path", () => {
    const desired = inventory(policy("p", "Deny"), ou("A", "root"), ou("A/B", "ou:A"), account("x", "ou:A/B"), attachment("p", "root"), attachment("p", "ou:A"), attachment("p", "ou:A/B"));
    const changes = [...desired.values()].map((item) => change.create(item));
    expect(waitsOf(changes, desired, "account:x")).toEqual(["attachment:scp/p>ou:A", "attachment:scp/p>ou:A/B", "attachment:scp/p>root", "ou:A", "ou:A/B"]);
  });

  it("opens a level without FullAWSAccess only when all that tightens and all moves are done", () => {
    const desired = inventory(policy("deny", "Deny"), policy("allow", "Allow"), ou("A", "root"), attachment("deny", "root"), attachment("allow", "ou:A"));
    const changes = [attachment("deny", "root"), attachment("allow", "ou:A")].map((item) => change.create(item));
    expect(phasesOf(changes, desired)).toEqual({ "attachment:scp/deny>root": "build", "attachment:scp/allow>ou:A": "loosen" });
  });

  it("attaches what allows at once where FullAWSAccess allows everything, and takes that away next", () => {
    const full = attachment("FullAWSAccess", "ou:A");
    const desired = inventory(policy("allow", "Allow"), ou("A", "root"), account("x", "ou:A"), attachment("allow", "ou:A"));
    const moved = change.update(account("x", "ou:A"), { item: account("x", "root"), id: "", owner: "ours" }, [{ field: "parent", before: "root", after: "ou:A" }], "");
    const changes = [change.create(attachment("allow", "ou:A")), change.detach(full, { item: full, id: "", owner: "aws" }, ""), moved];
    expect(phasesOf(changes, desired)).toEqual({ "attachment:scp/allow>ou:A": "build", [full.address]: "build", "account:x": "build" });
    expect(waitsOf(changes, desired, full.address)).toEqual(["attachment:scp/allow>ou:A"]);
    expect(waitsOf(changes, desired, "account:x")).toEqual([full.address, "attachment:scp/allow>ou:A"]);
  });

  it("attaches FullAWSAccess before it takes the last policy away", () => {
    const [full, allow] = [attachment("FullAWSAccess", "ou:A"), attachment("allow", "ou:A")];
    const desired = inventory(policy("allow", "Allow"), ou("A", "root"), full);
    const changes = [change.create(full), change.detach(allow, { item: allow, id: "", owner: "ours" }, "")];
    expect(phasesOf(changes, desired)).toEqual({ [full.address]: "loosen", [allow.address]: "loosen" });
    expect(waitsOf(changes, desired, allow.address)).toEqual([full.address]);
  });

  it("takes away what allows before what denies", () => {
    const [allow, deny] = [attachment("allow", "ou:A"), attachment("deny", "ou:A")];
    const desired = inventory(policy("deny", "Deny"), policy("allow", "Allow"), ou("A", "root"));
    const changes = [deny, allow].map((item) => change.detach(item, { item, id: "", owner: "ours" }, ""));
    expect(phasesOf(changes, desired)).toEqual({ [deny.address]: "loosen", [allow.address]: "build" });
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

  const rewritten = change.update(
    { ...policy("allow", "Allow"), document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] } } as Item,
    { item: policy("allow", "Allow"), id: "", owner: "ours" },
    [{ field: "statement" }],
    "",
  );

  it("rewrites at once a policy that is attached to nothing yet, and attaches it then", () => {
    const desired = inventory(policy("allow", "Allow"), ou("A", "root"), attachment("allow", "ou:A"), attachment("FullAWSAccess", "ou:A"));
    const made = withWaits([rewritten, change.create(attachment("allow", "ou:A"))], desired, new Map());
    expect(made.map(({ phase, waitsFor }) => [phase, waitsFor])).toEqual([["build", []], ["build", ["policy:scp/allow"]]]);
  });

  it("attaches what allows and denies before what only allows, where both open a level", () => {
    const both: Item = { ...policy("both", "Allow"), document: { Version: "2012-10-17", Statement: [...[document("Allow").Statement].flat(), ...[document("Deny").Statement].flat()] } } as Item;
    const desired = inventory(both, policy("allow", "Allow"), ou("A", "root"), attachment("allow", "root"), attachment("both", "ou:A"));
    const changes = [attachment("allow", "root"), attachment("both", "ou:A")].map((item) => change.create(item));
    expect(waitsOf(changes, desired, "attachment:scp/allow>root")).toEqual(["attachment:scp/both>ou:A"]);
    expect(waitsOf(changes, desired, "attachment:scp/both>ou:A")).toEqual([]);
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
