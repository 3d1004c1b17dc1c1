import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { stageStated } from "./stage-stated.ts";

it("a workload account states its stage, others need none", () => {
  expect(told(stageStated, organization({ ous: { Workloads: { accounts: { a: { stage: "dev" } } }, Security: { accounts: { b: {} } } } }))).toEqual([]);
});

it("one without is told (LF2139)", () => {
  expect(told(stageStated, organization({ ous: { Workloads: { accounts: { a: {} } } } }))).toEqual([
    'ous.Workloads.accounts.a: Account "a" in Workloads does not state its stage.',
  ]);
});
