import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type LastRun, leftBy, type Plan } from "../../src/plan/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let last: LastRun | undefined;
const AT = "2026-11-20T08:00:00.000Z";

/** Makes the organization, and remembers it as the command line does. */
beforeEach(async () => {
  stage = await openStage();
  const { plan, observation, done } = await stage.apply(SMALL);
  last = leftBy(undefined, { open: false, run: "r1", at: AT, plan, observation, done, desired: expand(SMALL), whole: true });
});
afterEach(() => stage.emulator.close());

const told = ({ drift }: Plan) => drift?.things.map(({ address, what, outcome }) => [address, what, outcome]);
const caused = ({ changes }: Plan) => changes.map(({ address, action, cause }) => [address, action, cause]);
const withTag: Organization = { ...SMALL, ous: { ...SMALL.ous, Security: { ...SMALL.ous?.["Security"], tags: { floor: "3" } } } };

describe("drift", () => {
  it("is nothing when only the file changed", async () => {
    const plan = await stage.plan(withTag, [], last);
    expect(plan.drift).toEqual({ run: "r1", at: AT, things: [] });
    expect(caused(plan)).toEqual([["ou:Security", "update", undefined]]);
  });

  it("is not told apart on a machine without a record of a run, and the plan says so", async () => {
    const [onlyNew, changed] = [await stage.plan({ ...SMALL, ous: { ...SMALL.ous, More: {} } }), await stage.plan(withTag)];
    expect([onlyNew.drift, changed.drift]).toEqual([undefined, undefined]);
    expect(onlyNew.remarks).not.toContainEqual(expect.stringContaining("No run of this organization is on record"));
    expect(changed.remarks).toContainEqual(expect.stringContaining("No run of this organization is on record, on this machine or in AWS"));
  });

  it("is told apart from what the file changes: edited, moved, detached and attached behind our back", async () => {
    const organizations = await stage.aws.organizations();
    const { rootId = "", items } = await observed();
    const id = (address: string): string => items.get(address)?.id ?? "";
    await organizations.updatePolicy({ PolicyId: id("policy:scp/deny-leave"), Description: "by hand" });
    await organizations.moveAccount({ AccountId: id("account:log-archive"), SourceParentId: id("ou:Security"), DestinationParentId: rootId });
    await organizations.detachPolicy({ PolicyId: id("policy:rcp/only-us"), TargetId: id("ou:Workloads") });
    await organizations.attachPolicy({ PolicyId: id("policy:scp/deny-leave"), TargetId: id("ou:Security") });
    const plan = await stage.plan(withTag, [], last);
    expect(told(plan)).toEqual([
      ["account:log-archive", "changed", "put-back"],
      ["attachment:rcp/only-us>ou:Workloads", "gone", "put-back"],
      ["attachment:scp/deny-leave>ou:Security", "added", "put-back"],
      ["policy:scp/deny-leave", "changed", "put-back"],
    ]);
    expect(plan.drift?.things[0]?.differences).toEqual([{ field: "parent", before: "ou:Security", after: "root" }]);
    expect(caused(plan)).toEqual(
      expect.arrayContaining([
        ["ou:Security", "update", undefined],
        ["account:log-archive", "move", "drift"],
        ["attachment:scp/deny-leave>ou:Security", "detach", "drift"],
        ["policy:scp/deny-leave", "update", "drift"],
      ]),
    );
  });

  it("names accounts, OUs and policies of others that came since, and leaves them alone", async () => {
    const organizations = await stage.aws.organizations();
    const { rootId: ParentId = "" } = await observed();
    await organizations.createOrganizationalUnit({ ParentId, Name: "Legacy" });
    await organizations.createPolicy({ Name: "Theirs", Description: "", Type: "SERVICE_CONTROL_POLICY", Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}' });
    await organizations.createAccount({ AccountName: "Shadow", Email: "shadow@example.com" });
    await stage.aws.clock.sleep(10 * 60_000);
    const plan = await stage.plan(SMALL, [], last);
    expect(plan.changes).toEqual([]);
    expect(told(plan)).toEqual([
      [expect.stringMatching(/^account:\d{12}$/), "added", "left"],
      ["ou:Legacy", "added", "left"],
      ["policy:scp/Theirs", "added", "left"],
    ]);
  });

  it("is not what the file gives another name, nor what it changes further", async () => {
    const organizations = await stage.aws.organizations();
    const { items } = await observed();
    await organizations.updatePolicy({ PolicyId: items.get("policy:scp/deny-leave")?.id ?? "", Description: "by hand" });
    const { Workloads = {}, ...others } = SMALL.ous ?? {};
    const policies = { ...SMALL.policies, "deny-leave": { ...SMALL.policies?.["deny-leave"], type: "scp", description: "by file" } as const };
    const goal: Organization = { ...SMALL, policies, ous: { ...others, Apps: Workloads }, moved: { "ou:Workloads": "ou:Apps" } };
    const plan = await stage.plan(goal, [], last);
    expect(told(plan)).toEqual([["policy:scp/deny-leave", "changed", "changed-further"]]);
    expect(plan.changes.filter(({ cause }) => cause !== undefined)).toEqual([]);
  });

  it("is not told where a run was killed and nobody knows what it left, nor in another organization", async () => {
    const { plan, observation } = await stage.apply(withTag);
    const cut = leftBy(last, { open: true, run: "r2", at: AT, plan, observation, done: [], desired: expand(withTag), whole: true });
    expect(cut?.unknown).toEqual(["ou:Security"]);
    const after = await stage.plan(SMALL, [], cut);
    expect(after.drift?.things).toEqual([]);
    expect(caused(after)).toEqual([["ou:Security", "update", undefined]]);
    expect(after.remarks).toContain("Run r2 was cut off; what it left to do is part of this plan.");
    const elsewhere = last === undefined ? undefined : { ...last, managementAccountId: "999999999999" };
    expect((await stage.plan(SMALL, [], elsewhere)).drift).toBeUndefined();
  });

  it("goes on from what was known before where a way back changes only a part", async () => {
    const { plan, observation, done } = await stage.apply(withTag);
    const end = { open: false, run: "r2", at: AT, plan, observation, done, desired: expand(withTag), whole: false };
    expect(leftBy(undefined, end)).toBeUndefined();
    const later = leftBy(last, end);
    expect(later?.items).toHaveLength(last?.items.length ?? 0);
    expect((await stage.plan(withTag, [], later)).drift?.things).toEqual([]);
  });
});

const observed = async () => (await stage.apply(SMALL)).observation;
