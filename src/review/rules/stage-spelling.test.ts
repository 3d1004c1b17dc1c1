import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { stageSpelling } from "./stage-spelling.ts";

const stages = (...all: string[]) => organization({ ous: { Workloads: { accounts: Object.fromEntries(all.map((stage, index) => [`a${index}`, { stage }])) } } });

it("stages that mean different things are fine", () => {
  expect(told(stageSpelling, stages("dev", "test", "prod", "prod", "partner-preview"))).toEqual([]);
});

it("two words for one stage are told (LF2141)", () => {
  expect(told(stageSpelling, stages("prod", "Production", "dev", "development"))).toEqual([
    'ous.Workloads.accounts.a1.stage: The stages "prod" and "Production" mean the same.',
    'ous.Workloads.accounts.a3.stage: The stages "dev" and "development" mean the same.',
  ]);
});
