import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desiredOf, listRuns, openRun, readRun, RUNS_DIR } from "../../src/apply/index.ts";
import { type AttachmentItem, expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { lostAttachments, type Plan, wayBack } from "../../src/plan/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "landfall-runs-"));
});
afterEach(async () => {
  await stage?.emulator.close();
  await rm(dir, { recursive: true, force: true });
});

const CHANGED: Organization = {
  ...SMALL,
  policies: { ...SMALL.policies, "deny-leave": { type: "scp", description: "Changed", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iam:*", Resource: "*" }] } } },
  root: {},
  ous: {
    Security: SMALL.ous?.["Security"] ?? {},
    Workloads: { accounts: { ...SMALL.ous?.["Workloads"]?.ous?.["Prod"]?.accounts, ...SMALL.ous?.["Workloads"]?.ous?.["SDLC"]?.accounts } },
    New: { policies: ["deny-leave"] },
  },
};

describe("undo", () => {
  it("brings back moved accounts, edited policies, detached and deleted things, and removes what was made", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { plan, failed } = await stage.apply(CHANGED);
    expect(failed).toEqual([]);
    const journal = await openRun(dir, { format: "landfall.run/1", run: "r1", startedAt: "2026-01-01T00:00:00.000Z", where: "local", plan, desired: [...expand(CHANGED).values()] });
    await journal.close();

    const record = await readRun(dir, "r1");
    const { desired, irreversible } = wayBack(record.plan, desiredOf(record));
    expect(irreversible).toEqual([]);
    const back = await stage.applyInventory(SMALL.name, desired);
    expect(back.failed).toEqual([]);
    expect((await stage.plan(SMALL)).changes).toEqual([]);
  });

  it("brings back an OU without FullAWSAccess, whose last policy AWS does not let go by itself", async () => {
    stage = await openStage();
    const allow = { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] } } as const;
    const withLab: Organization = { ...SMALL, policies: { ...SMALL.policies, allow }, ous: { ...SMALL.ous, Lab: { policies: ["allow"], fullAwsAccess: false } } };
    await stage.apply(withLab);
    const { plan, failed } = await stage.apply(SMALL);
    expect(failed).toEqual([]);
    expect((await stage.plan(SMALL)).changes).toEqual([]);
    const back = await stage.applyInventory(SMALL.name, wayBack(plan, expand(SMALL)).desired);
    expect(back.failed).toEqual([]);
    expect((await stage.plan(withLab)).changes).toEqual([]);
  });

  /** Goes back as the command line does. */
  async function goBack(plan: Plan, organization: Organization, lost: readonly AttachmentItem[] = []) {
    const { desired, statements, touched } = wayBack(plan, expand(organization), lost);
    const back = await stage.applyInventory(SMALL.name, desired, { statements, only: touched });
    expect(back.failed.map(({ diagnostics }) => diagnostics)).toEqual([]);
    return back;
  }

  it("gives OUs, policies and accounts their old names back, and what was adopted to whom it was", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const organizations = await stage.aws.organizations();
    const ParentId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
    await organizations.createOrganizationalUnit({ ParentId, Name: "Legacy" });
    const { Security, ...others } = SMALL.ous ?? {};
    const { "log-archive": logs } = Security?.accounts ?? {};
    const goal: Organization = {
      ...SMALL,
      policies: { ...SMALL.policies, "deny-leave": { ...SMALL.policies?.["deny-leave"], type: "scp", name: "nobody-leaves" } },
      ous: { ...others, Guard: { accounts: { logs: { ...logs, name: "log-archive", email: "aws+log-archive@acme.example" } } }, Legacy: {} },
      moved: { "ou:Security": "ou:Guard", "account:log-archive": "account:logs", "policy:scp/deny-leave": "policy:scp/nobody-leaves" },
      adopt: ["ou:Legacy"],
    };
    const { plan } = await stage.apply(goal);
    expect(wayBack(plan, expand(goal)).irreversible).toEqual([]);
    await goBack(plan, goal);
    const after = await stage.plan(SMALL);
    expect(after.changes).toEqual([]);
    expect(after.unmanaged.map(({ address, why }) => [address, why])).toEqual([["ou:Legacy", "made by others"]]);
    // It may be asked for again, for example after it was killed.
    expect((await goBack(plan, goal)).plan.changes).toEqual([]);
  });

  it("takes back what was enabled and registered, and enables again what was disabled, with its attachments", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const goal: Organization = {
      ...SMALL,
      policies: { ...SMALL.policies, owner: { type: "tag", document: { tags: { owner: { tag_key: { "@@assign": "owner" } } } } } },
      root: { policies: ["deny-leave", "owner"] },
      delegatedAdministrators: { "guardduty.amazonaws.com": ["log-archive"] },
    };
    const { plan } = await stage.apply(goal);
    expect(wayBack(plan, expand(goal)).irreversible).toEqual([]);
    const back = await goBack(plan, goal);
    expect(back.plan.changes.filter(({ danger }) => danger !== undefined).map(({ action, address }) => [action, address])).toEqual([
      ["disable", "trusted-access:guardduty.amazonaws.com"],
      ["disable", "policy-type:tag"],
      ["disable", "delegated-administrator:guardduty.amazonaws.com>account:log-archive"],
    ]);
    expect(await stage.plan(SMALL)).toMatchObject({ changes: [], unmanaged: [] });

    const theirs = await attachedByOthers();
    const without: Organization = { ...SMALL, policies: {}, root: {}, ous: { ...SMALL.ous, Workloads: { ...SMALL.ous?.["Workloads"], policies: [] } }, remove: ["policy-type:rcp"] };
    const disabling = await stage.apply(without);
    const lost = lostAttachments(disabling.plan, disabling.observation);
    expect(lost.map(({ address }) => address)).toEqual([theirs]);
    await goBack(disabling.plan, without, lost);
    const again = await stage.plan(SMALL);
    expect(again.changes).toEqual([]);
    expect(again.unmanaged.map(({ address }) => address)).toContain(theirs);
  });

  async function attachedByOthers(): Promise<string> {
    const organizations = await stage.aws.organizations();
    const TargetId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
    const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }] });
    const { Policy } = await organizations.createPolicy({ Name: "Theirs", Description: "", Type: "RESOURCE_CONTROL_POLICY", Content });
    await organizations.attachPolicy({ PolicyId: Policy?.PolicySummary?.Id ?? "", TargetId });
    return "attachment:rcp/Theirs>root";
  }

  it("never creates an account, and touches none that the run did not", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { plan } = await stage.apply({ ...SMALL, ous: { ...SMALL.ous, New: { accounts: { extra: {} } } } });
    const { desired, irreversible } = wayBack(plan, expand(SMALL));
    expect(irreversible.map(({ address }) => address)).toEqual(["account:extra"]);
    const elsewhere = await openStage({ seed: "other" });
    try {
      const there = await elsewhere.applyInventory("none", new Map([...desired].filter(([, { kind }]) => kind === "organization")));
      expect(there.done.map(({ kind }) => kind)).toEqual(["organization"]);
      expect([...desired.values()].filter(({ kind, address }) => kind === "account" && address !== "account:management")).toEqual([]);
    } finally {
      await elsewhere.emulator.close();
    }
  });

  it("names what cannot go back", async () => {
    stage = await openStage();
    const { plan } = await stage.apply(SMALL);
    const stays = wayBack(plan, expand(SMALL)).irreversible.map(({ address }) => address);
    expect(stays).toEqual(["organization", "account:log-archive", "account:shop-dev", "account:shop-prod"]);
  });
});

describe("the record of a run", () => {
  const record = { format: "landfall.run/1", run: "r1", startedAt: "2026-01-01T00:00:00.000Z", where: "local", plan: {} as never, desired: [] } as const;

  it("holds each call before it is made, and how it went", async () => {
    const journal = await openRun(dir, record);
    await journal.write({ at: "t", call: 1, operation: "organizations:AttachPolicy", input: { TargetId: "r-1" } });
    const text = await readFile(join(dir, RUNS_DIR, "r1", "journal.ndjson"), "utf8");
    expect(JSON.parse(text)).toEqual({ at: "t", call: 1, operation: "organizations:AttachPolicy", input: { TargetId: "r-1" } });
    await journal.close();
    expect((await listRuns(dir)).map(({ run }) => run)).toEqual(["r1"]);
  });

  it("LF5005: is written before anything is changed, or nothing is", async () => {
    await writeFile(join(dir, RUNS_DIR), "a file where a folder should be");
    await expect(openRun(dir, record)).rejects.toThrow(/LF5005/);
  });

  it("LF5006: is refused when it is missing, damaged, or named by a path", async () => {
    await expect(readRun(dir, "none")).rejects.toThrow(/LF5006/);
    await expect(readRun(dir, "../../etc")).rejects.toThrow(/LF5006/);
    await (await openRun(dir, record)).close();
    await writeFile(join(dir, RUNS_DIR, "r1", "run.json"), '{"format":"landfall.run/1"');
    await expect(readRun(dir, "r1")).rejects.toThrow(/LF5006/);
    expect(await listRuns(dir)).toEqual([]);
  });
});
