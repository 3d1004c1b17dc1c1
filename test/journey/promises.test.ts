import { afterEach, describe, expect, it } from "vitest";
import { expand, NO_STATEMENTS } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { PromiseWatch } from "../../src/rehearse/promises.ts";
import { LetThrough, sampleOf } from "../../src/rehearse/requests.ts";
import { documentsIn } from "../../src/rehearse/views.ts";
import { observe } from "../../src/resources/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const DENY = { Version: "2012-10-17" as const, Statement: [{ Effect: "Deny" as const, Action: ["s3:DeleteBucket", "ec2:Terminate*"], Resource: "*" }] };
/** The guardrail that stands at the root comes to stand on each OU, by another name. */
const BEFORE: Organization = { ...SMALL, policies: { ...SMALL.policies, keep: { type: "scp", document: DENY } }, root: { policies: ["deny-leave", "keep"] } };
const GOAL: Organization = {
  ...BEFORE,
  policies: { ...SMALL.policies, "keep-more": { type: "scp", document: DENY } },
  root: { policies: ["deny-leave"] },
  ous: { Security: { ...SMALL.ous?.["Security"], policies: ["keep-more"] }, Workloads: { ...SMALL.ous?.["Workloads"], policies: ["only-us", "keep-more"] }, Lab: { policies: ["keep-more"], accounts: { lab: {} } } },
};

async function rehearsed(faults: Parameters<typeof rehearse>[0]["faults"] = []) {
  const desired = expand(GOAL);
  const observation = await observe(stage.aws, { desired });
  return rehearse({ name: "acme", homeRegion: "eu-west-1", desired, statements: NO_STATEMENTS, observation, faults, seed: "s", emit: () => {} });
}

describe("the promise that nothing is let through on the way", () => {
  it("is looked at after each call that bears on access, and kept while a guardrail is handed over", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const done = await rehearsed();
    expect(done.result.failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
    expect(done.gaps).toEqual([]);
    expect(done.looks).toBeGreaterThanOrEqual(5);
  });

  it("is looked at calmly while calls meet trouble, and the trouble stays what it was", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const done = await rehearsed([{ name: "lost-response", operations: ["AttachPolicy", "DetachPolicy", "MoveAccount"], rate: 0.5 }, { name: "stale-lists", parameter: "30", rate: 0.5 }]);
    expect(done.gaps).toEqual([]);
    expect(done.after.changes).toEqual([]);
  });

  it("is seen broken where a guardrail goes before its successor comes", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const desired = expand(BEFORE);
    const look = () => observe(stage.aws, { desired });
    const before = await look();
    const idOf = (address: string): string => before.items.get(address)?.id ?? "";
    const watch = new PromiseWatch(look);
    const organizations = await stage.aws.organizations();
    stage.aws.listen(watch);
    await Promise.all([
      organizations.detachPolicy({ PolicyId: idOf("policy:scp/keep"), TargetId: idOf("root") }),
      organizations.attachPolicy({ PolicyId: idOf("policy:scp/keep"), TargetId: idOf("ou:Security") }),
      organizations.attachPolicy({ PolicyId: idOf("policy:scp/keep"), TargetId: idOf("ou:Workloads") }),
    ]);
    stage.aws.listen(undefined);
    const gaps = watch.gaps(before, await look(), new LetThrough(sampleOf(documentsIn(before, desired), { homeRegion: "eu-west-1", organizationId: "o-abcdefghij" })));
    expect(watch.looks).toBe(3);
    expect(gaps.map(({ after }) => after)).toEqual(["organizations:DetachPolicy", "organizations:DetachPolicy", "organizations:DetachPolicy", "organizations:AttachPolicy", "organizations:AttachPolicy"]);
    expect(gaps[0]?.requests).toEqual(expect.arrayContaining(["s3:DeleteBucket in eu-west-1", "ec2:Terminatex in eu-west-1"]));
    expect(gaps[0]?.requests.some((request) => request.includes(" from "))).toBe(false);
  });
});
