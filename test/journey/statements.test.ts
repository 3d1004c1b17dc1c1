import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const shop = SMALL.ous?.["Workloads"]?.ous;

describe("moved", () => {
  it("renames an OU in place, with all that is in it", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { Workloads = {}, ...others } = SMALL.ous ?? {};
    const goal: Organization = { ...SMALL, ous: { ...others, Apps: Workloads }, moved: { "ou:Workloads": "ou:Apps" } };
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    const renamed = plan.changes.find(({ address }) => address === "ou:Apps");
    expect(renamed?.differences[0]).toEqual({ field: "name", before: "Workloads", after: "Apps" });
    expect(plan.changes.map(({ action }) => action)).not.toEqual(expect.arrayContaining(["create", "delete", "move"]));
    expect((await stage.plan(goal)).changes).toEqual([]);
    expect((await stage.plan({ ...goal, moved: undefined })).changes).toEqual([]);
  });

  it.each([
    ["Products", "Workloads"],
    ["Workloads", "Products"],
  ])("renames ours after two renames, named %s, and not an OU that somebody made by hand as %s", async (ours, byHand) => {
    const { Workloads = {}, ...others } = SMALL.ous ?? {};
    stage = await openStage();
    await stage.apply({ ...SMALL, ous: { ...others, [ours]: Workloads } });
    const organizations = await stage.aws.organizations();
    const { Roots } = await organizations.listRoots({});
    await organizations.createOrganizationalUnit({ ParentId: Roots?.[0]?.Id, Name: byHand });
    const plan = await stage.plan({ ...SMALL, ous: { ...others, Apps: Workloads }, moved: { "ou:Workloads": "ou:Apps", "ou:Products": "ou:Apps" } });
    expect(plan.changes.filter(({ kind, action }) => kind === "ou" && action !== "update")).toEqual([]);
    expect(plan.changes.find(({ address }) => address === "ou:Apps")?.differences[0]).toEqual({ field: "name", before: ours, after: "Apps" });
    expect(plan.unmanaged.map(({ address }) => address)).toContain(`ou:${byHand}`);
  });

  it("builds an OU with another parent anew, moves its accounts and removes the old one", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const goal: Organization = { ...SMALL, ous: { ...SMALL.ous, Workloads: { ...SMALL.ous?.["Workloads"], ous: { SDLC: { ous: { Prod: shop?.["Prod"] ?? {} } } } }, Spare: { accounts: shop?.["SDLC"]?.accounts } } };
    const { plan, failed } = await stage.apply({ ...goal, moved: { "ou:Workloads/Prod": "ou:Workloads/SDLC/Prod" } });
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ kind }) => kind === "ou").map(({ action, address }) => [action, address])).toEqual([
      ["create", "ou:Spare"],
      ["create", "ou:Workloads/SDLC/Prod"],
      ["delete", "ou:Workloads/Prod"],
    ]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });

  it("gives an account and a policy a new name in the file without making new ones", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const goal: Organization = {
      ...SMALL,
      policies: { ...SMALL.policies, "deny-leave": { ...SMALL.policies?.["deny-leave"], type: "scp", name: "nobody-leaves" } },
      ous: { ...SMALL.ous, Security: { accounts: { logs: { ...SMALL.ous?.["Security"]?.accounts?.["log-archive"], name: "log-archive" } } } },
    };
    await expect(stage.plan(goal)).rejects.toThrow(/LF4004/);
    const moved = { "account:log-archive": "account:logs", "policy:scp/deny-leave": "policy:scp/nobody-leaves" };
    const { plan, failed } = await stage.apply({ ...goal, moved });
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ action, address }) => [action, address])).toEqual([
      ["update", "policy:scp/nobody-leaves"],
      ["update", "account:logs"],
    ]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });
});

describe("adopt and remove", () => {
  async function byOthers(): Promise<void> {
    stage = await openStage();
    await stage.apply(SMALL);
    const organizations = await stage.aws.organizations();
    const ParentId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
    await organizations.createOrganizationalUnit({ ParentId, Name: "Legacy" });
  }

  it("makes a thing of others ours, and then it goes when its line goes", async () => {
    await byOthers();
    const goal: Organization = { ...SMALL, ous: { ...SMALL.ous, Legacy: {} } };
    expect((await stage.plan(goal)).changes.map(({ differences }) => differences.map(({ field }) => field))).toEqual([["tag managed-by"]]);
    expect((await stage.apply({ ...goal, adopt: ["ou:Legacy"] })).failed).toEqual([]);
    expect((await stage.plan(goal)).changes).toEqual([]);
    expect((await stage.plan(SMALL)).changes.map(({ action, address }) => [action, address])).toEqual([["delete", "ou:Legacy"]]);
  });

  it("takes away what others made, and a policy type, only when the file says so", async () => {
    await byOthers();
    expect((await stage.plan(SMALL)).unmanaged.map(({ address }) => address)).toEqual(["ou:Legacy"]);
    const { "only-us": _, ...policies } = SMALL.policies ?? {};
    const goal: Organization = { ...SMALL, policies, ous: { ...SMALL.ous, Workloads: { ...SMALL.ous?.["Workloads"], policies: [] } } };
    const { plan, failed } = await stage.apply({ ...goal, remove: ["ou:Legacy", "policy-type:rcp"] });
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ danger }) => danger !== undefined).map(({ action, address }) => [action, address])).toEqual([
      ["disable", "policy-type:rcp"],
      ["delete", "ou:Legacy"],
    ]);
    expect(await stage.plan(goal)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("finds what is to go also where nothing else would be looked for: a policy without tags, of a type that is off", async () => {
    await byOthers();
    const organizations = await stage.aws.organizations();
    const { Policy } = await organizations.createPolicy({ Name: "left", Description: "", Type: "CHATBOT_POLICY", Content: '{"chatbot":{"default":{"client":{"@@assign":"disabled"}}}}' });
    expect((await stage.plan(SMALL)).unmanaged.map(({ address }) => address)).toEqual(["ou:Legacy"]);
    const { plan, failed } = await stage.apply({ ...SMALL, remove: ["policy:chat/left"] });
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ action, address, reason }) => [action, address, reason])).toEqual([["delete", "policy:chat/left", "the file says remove"]]);
    await expect(organizations.describePolicy({ PolicyId: Policy?.PolicySummary?.Id })).rejects.toThrow();
  });
});
