import { afterEach, describe, expect, it } from "vitest";
import { declareObserved } from "../../src/import/index.ts";
import { expand } from "../../src/inventory/index.ts";
import { readShape, type Organization } from "../../src/organization/index.ts";
import { requireConfirmed, wayBack } from "../../src/plan/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage?.emulator.close());

const CENTRAL: Organization = { ...SMALL, rootAccess: ["RootCredentialsManagement", "RootSessions"], delegatedAdministrators: { "iam.amazonaws.com": ["log-archive"] } };

describe("centralized root access", () => {
  it("is enabled after IAM is trusted, with its administrator, and a second plan is empty", async () => {
    stage = await openStage();
    const { plan, failed } = await stage.apply(CENTRAL);
    expect(failed).toEqual([]);
    const enabling = plan.changes.filter(({ kind }) => kind === "root-access");
    expect(enabling.map(({ address, action, waitsFor }) => [address, action, waitsFor.includes("trusted-access:iam.amazonaws.com")])).toEqual([
      ["root-access:RootCredentialsManagement", "enable", true],
      ["root-access:RootSessions", "enable", true],
    ]);
    expect((await (await stage.aws.iam()).listOrganizationsFeatures({})).EnabledFeatures).toEqual(expect.arrayContaining(["RootCredentialsManagement", "RootSessions"]));
    expect(await stage.plan(CENTRAL)).toMatchObject({ changes: [], unmanaged: [] });
    expect([...wayBack(plan, expand(CENTRAL)).statements.remove]).toContain("root-access:RootSessions");
  });

  it("is asked for at IAM only where IAM is trusted", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    expect((await stage.plan(SMALL)).calls["iam:ListOrganizationsFeatures"]).toBeUndefined();
    await stage.apply(CENTRAL);
    expect((await stage.plan(SMALL)).calls["iam:ListOrganizationsFeatures"]).toBe(1);
  });

  it("stays when its line goes, and ends before IAM loses trust when the file says remove", async () => {
    stage = await openStage();
    await stage.apply(CENTRAL);
    const left = (await stage.plan(SMALL)).unmanaged.map(({ address }) => address);
    expect(left).toEqual(expect.arrayContaining(["root-access:RootCredentialsManagement", "root-access:RootSessions", "trusted-access:iam.amazonaws.com"]));
    const goal: Organization = { ...SMALL, remove: left };
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.find(({ address }) => address === "trusted-access:iam.amazonaws.com")?.waitsFor).toContain("root-access:RootSessions");
    expect(() => requireConfirmed(plan, [])).toThrow(/root-access:RootSessions/);
    expect(await stage.plan(SMALL)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("is written down from AWS without naming the trust it brings", async () => {
    stage = await openStage();
    await stage.apply({ ...SMALL, rootAccess: ["RootSessions"] });
    const { organization } = declareObserved(await observe(stage.aws, { desired: new Map() }), { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] });
    expect(organization).toMatchObject({ rootAccess: ["RootSessions"] });
    expect(organization.trustedAccess).toBeUndefined();
  });

  it("LF1105: takes IAM's own words only", () => {
    expect(readShape({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], rootAccess: ["RootSession"] }).diagnostics).toMatchObject([{ code: "LF1105", suggestion: "RootSessions" }]);
  });
});
