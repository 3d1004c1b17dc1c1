import { describe, expect, it } from "vitest";
import { change } from "./change.ts";
import { requireConfirmed } from "./confirm.ts";
import type { Change, Plan } from "./plan.ts";
import { readSavedPlan, refuseStale, savePlan } from "./saved.ts";

const ou = { kind: "ou", address: "ou:A", name: "A", parent: "root", tags: { a: "1", b: "2" } } as const;
const plan = (...changes: Change[]): Plan => ({
  format: "landfall.plan/1",
  organization: { name: "acme", managementAccountId: "111111111111", homeRegion: "eu-west-1" },
  changes,
  unmanaged: [],
  unchanged: 0,
  notRead: [],
  timeFloor: { seconds: 0, explanation: "" },
  calls: {},
  findings: [],
});

describe("a saved plan", () => {
  it("is read back as it was saved", () => {
    const saved = readSavedPlan(savePlan(plan(change.create(ou)), new Map([[ou.address, ou]])), "plan.json");
    expect(saved.plan.changes).toHaveLength(1);
    expect(saved.desired.get("ou:A")).toEqual(ou);
  });

  it.each(["", "{", "null", "[]", '{"plan":{"format":"landfall.plan/9"}}', '{"plan":{"format":"landfall.plan/1","changes":[]}}'])("LF4007: %s is none", (text) => {
    expect(() => readSavedPlan(text, "plan.json")).toThrow(/LF4007/);
  });

  it("LF4006: is refused by the address of what would now be done otherwise", () => {
    const approved = plan(change.create(ou));
    expect(() => refuseStale(approved, plan(change.create({ ...ou, tags: { b: "2", a: "1" } })))).not.toThrow();
    expect(() => refuseStale(approved, plan())).not.toThrow();
    expect(() => refuseStale(plan(), approved)).toThrow(/LF4006.*ou:A/);
    expect(() => refuseStale(approved, plan(change.create({ ...ou, parent: "ou:B" })))).toThrow(/LF4006.*ou:A/);
    const elsewhere = { ...approved, organization: { ...approved.organization, managementAccountId: "2".repeat(12) } };
    expect(() => refuseStale(approved, elsewhere)).toThrow(/LF4006.*222222222222/);
    const renamed = { ...approved, organization: { ...approved.organization, id: "o-aaaaaaaaaa" } };
    expect(() => refuseStale(renamed, { ...approved, organization: { ...approved.organization, id: "o-bbbbbbbbbb" } })).toThrow(/LF4006.*o-aaaaaaaaaa.*o-bbbbbbbbbb/);
  });

  it("goes on where a run of it stopped, accounts included that AWS finished meanwhile", () => {
    const account = { kind: "account", address: "account:a", name: "a", email: "a@x.example", parent: "ou:A", tags: {}, state: "active", management: false } as const;
    const approved = plan(change.create(ou), change.create(account));
    const moved = change.update(account, { item: { ...account, parent: "root" }, id: "222222222222", owner: "ours" }, [{ field: "parent", before: "root", after: "ou:A" }], "");
    expect(() => refuseStale(approved, plan(moved))).not.toThrow();
    expect(() => refuseStale(approved, plan({ ...moved, desired: { ...account, parent: "ou:B" } }))).toThrow(/LF4006/);
  });
});

describe("a change that cannot be undone", () => {
  it("LF4008: wants its own name", () => {
    const dangerous = plan(change.remove({ item: ou, id: "ou-1", owner: "ours" }, "", "deletes the organizational unit"));
    expect(() => requireConfirmed(dangerous, [])).toThrow(/LF4008/);
    expect(() => requireConfirmed(dangerous, ["ou:B"])).toThrow(/LF4008/);
    expect(() => requireConfirmed(dangerous, ["ou:A"])).not.toThrow();
  });
});
