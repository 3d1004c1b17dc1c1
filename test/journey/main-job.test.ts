import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

describe("a bare management account", () => {
  it("becomes the declared organization, and a second plan is empty", async () => {
    stage = await openStage();
    const first = await stage.apply(SMALL);
    expect(first.failed).toEqual([]);
    expect(first.skipped).toEqual([]);
    const second = await stage.plan(SMALL);
    expect(second.changes).toEqual([]);
    expect(second.unmanaged).toEqual([]);
  });
});

describe("an organization that exists", () => {
  const changed = (change: (organization: Organization) => Organization): Organization => change(structuredClone(SMALL));

  it("gets an account moved, a policy edited and a tag removed, and nothing else", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const goal = changed((organization) => ({
      ...organization,
      tags: undefined,
      ous: { ...organization.ous, Security: { ous: { Prod: { accounts: organization.ous?.["Security"]?.accounts } } } },
    }));
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ action }) => action === "move").map(({ address }) => address)).toEqual(["account:log-archive"]);
    expect(plan.changes.filter(({ action }) => action === "create").map(({ address }) => address)).toEqual(["ou:Security/Prod"]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });

  it("loses an OU, a policy and its attachment when they are no longer declared", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { "only-us": _, ...policies } = SMALL.policies ?? {};
    const goal = changed((organization) => ({
      ...organization,
      policies,
      ous: {
        Security: organization.ous?.["Security"] ?? {},
        Workloads: { accounts: { ...organization.ous?.["Workloads"]?.ous?.["Prod"]?.accounts, ...organization.ous?.["Workloads"]?.ous?.["SDLC"]?.accounts } },
      },
    }));
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ danger }) => danger !== undefined).map(({ address }) => address)).toEqual(["ou:Workloads/Prod", "ou:Workloads/SDLC"]);
    expect(plan.changes.filter(({ action }) => action === "detach").map(({ address }) => address)).toEqual(["attachment:rcp/only-us>ou:Workloads"]);
    const again = await stage.plan(goal);
    expect(again.changes).toEqual([]);
    expect(again.unmanaged.map(({ address }) => address)).toEqual(["policy-type:rcp"]);
  });

  it("has FullAWSAccess taken away only where the file says so, after the allowing policy is attached", async () => {
    stage = await openStage();
    const goal = changed((organization) => ({
      ...organization,
      policies: {
        ...organization.policies,
        "only-ec2": { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] } },
      },
      ous: { ...organization.ous, Lab: { policies: ["only-ec2"], fullAwsAccess: false } },
    }));
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    const detach = plan.changes.find(({ action }) => action === "detach");
    expect(detach?.address).toBe("attachment:scp/FullAWSAccess>ou:Lab");
    expect(detach?.waitsFor).toContain("attachment:scp/only-ec2>ou:Lab");
    expect((await stage.plan(goal)).changes).toEqual([]);
  });
});
