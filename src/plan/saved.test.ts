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

  it("keeps what is judged and not written to AWS", () => {
    const statements = { moved: new Map(), adopt: new Set<string>(), remove: new Set<string>(), notWritten: ["2 roles are judged."] };
    expect(readSavedPlan(savePlan(plan(), new Map(), statements), "plan.json").statements).toEqual(statements);
  });

  it.each(["", "{", "null", "[]", '{"plan":{"format":"landfall.plan/9"}}', '{"plan":{"format":"landfall.plan/1","changes":[]}}'])("LF4007: %s is none", (text) => {
    expect(() => readSavedPlan(text, "plan.json")).toThrow(/LF4007/);
  });

  const none = new Map();

  it("LF4006: is refused by the address of what would now be done otherwise", () => {
    const approved = plan(change.create(ou));
    expect(() => refuseStale(approved, plan(change.create({ ...ou, tags: { b: "2", a: "1" } })), none)).not.toThrow();
    expect(() => refuseStale(approved, plan(), none)).not.toThrow();
    expect(() => refuseStale(plan(), approved, none)).toThrow(/LF4006.*ou:A/);
    expect(() => refuseStale(approved, plan(change.create({ ...ou, parent: "ou:B" })), none)).toThrow(/LF4006.*ou:A/);
    const elsewhere = { ...approved, organization: { ...approved.organization, managementAccountId: "2".repeat(12) } };
    expect(() => refuseStale(approved, elsewhere, none)).toThrow(/LF4006.*222222222222/);
    const renamed = { ...approved, organization: { ...approved.organization, id: "o-aaaaaaaaaa" } };
    expect(() => refuseStale(renamed, { ...approved, organization: { ...approved.organization, id: "o-bbbbbbbbbb" } }, none)).toThrow(/LF4006.*o-aaaaaaaaaa.*o-bbbbbbbbbb/);
  });

  it("LF4006: is refused where an approved removal would no longer be made, and not where it is made already", () => {
    const observed = { item: ou, id: "ou-1", owner: "ours" } as const;
    const approved = plan(change.remove(observed, ""));
    expect(() => refuseStale(approved, plan(), new Map([[ou.address, observed]]))).toThrow(/LF4006.*ou:A/);
    expect(() => refuseStale(approved, plan(), none)).not.toThrow();
  });

  it("goes on with a contact that could not be seen before a run of it gave trusted access, unless another stands there", () => {
    const contact = { name: "A", title: "B", email: "c@d.example", phone: "1" };
    const item = { kind: "contact", address: "contact:security>account:a", contactType: "security", account: "account:a", contact } as const;
    const approved = plan(change.update(item, undefined, [{ field: "contact", after: "A, B, c@d.example, 1" }], ""));
    const seen = (before: typeof contact | undefined) => ({ item: { ...item, contact: before }, id: item.address, owner: "watched" }) as const;
    expect(() => refuseStale(approved, plan(change.update(item, seen(undefined), [{ field: "contact", after: "A, B, c@d.example, 1" }], "")), none)).not.toThrow();
    const other = change.update(item, seen({ ...contact, phone: "2" }), [{ field: "phone", before: "2", after: "1" }], "");
    expect(() => refuseStale(approved, plan(other), none)).toThrow(/LF4006.*contact:security/);
  });

  const account = { kind: "account", address: "account:a", name: "a", email: "a@x.example", parent: "ou:A", tags: {}, state: "active", management: false } as const;
  const inRoot = { item: { ...account, parent: "root" }, id: "222222222222", owner: "ours" } as const;
  const place = { field: "parent", before: "root", after: "ou:A" };
  const owner = { field: "tag owner", after: "a" };

  it("goes on where a run of it stopped, accounts included that AWS finished meanwhile", () => {
    const approved = plan(change.create(ou), change.create(account));
    const moved = change.update(account, inRoot, [place], "");
    expect(() => refuseStale(approved, plan(moved), none)).not.toThrow();
    expect(() => refuseStale(approved, plan({ ...moved, desired: { ...account, parent: "ou:B" } }), none)).toThrow(/LF4006/);
    const byOthers = change.update(account, { ...inRoot, owner: "watched" }, [place], "");
    expect(() => refuseStale(approved, plan(byOthers), none)).toThrow(/LF4006.*account:a/);
  });

  it("goes on where a run was stopped between two calls of one change, and not where the rest is another", () => {
    const approved = plan(change.update(account, inRoot, [place, owner], ""));
    const there = { item: account, id: "222222222222", owner: "ours" } as const;
    expect(() => refuseStale(approved, plan(change.update(account, there, [owner], "")), none)).not.toThrow();
    expect(() => refuseStale(approved, plan(change.update(account, there, [{ ...owner, before: "b" }], "")), none)).toThrow(/LF4006.*account:a/);
    expect(() => refuseStale(approved, plan(change.update(account, { ...there, id: "333333333333" }, [owner], "")), none)).toThrow(/LF4006.*account:a/);
  });

  it("goes on where a run was stopped after it wrote the text that denies what both texts deny", () => {
    const denying = (...Action: string[]) => ({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] }) as const;
    const policy = { kind: "policy", address: "policy:scp/p", policyKind: "scp", name: "p", description: "", document: denying("s3:*"), tags: {} } as const;
    const having = (document: ReturnType<typeof denying>) => ({ item: { ...policy, document }, id: "p-1", owner: "ours" }) as const;
    const text = (before: string) => [{ field: "statement Deny Action", before, after: "s3:*" }];
    const guard = denying("ec2:*", "s3:*");
    const approved = plan({ ...change.update(policy, having(denying("ec2:*")), text("ec2:*"), ""), guard });
    const now = (document: ReturnType<typeof denying>) => plan(change.update(policy, having(document), text("other"), ""));
    expect(() => refuseStale(approved, now(guard), none)).not.toThrow();
    expect(() => refuseStale(approved, now(denying("iam:*")), none)).toThrow(/LF4006.*policy:scp/);
  });
});

describe("a change that cannot be undone", () => {
  it("LF4008: wants its own name", () => {
    const dangerous = plan({ ...change.remove({ item: ou, id: "ou-1", owner: "ours" }, ""), danger: "deletes the organizational unit" });
    expect(() => requireConfirmed(dangerous, [])).toThrow(/LF4008/);
    expect(() => requireConfirmed(dangerous, ["ou:B"])).toThrow(/LF4008/);
    expect(() => requireConfirmed(dangerous, ["ou:A"])).not.toThrow();
  });
});
