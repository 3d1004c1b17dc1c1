import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { environmentsApart } from "./environments-apart.ts";

const at = (stage: string) => organization({ ous: { Workloads: { ous: { SDLC: { accounts: { shop: { stage } } } } } } });

it.each(["dev", "test", "preprod"])("an account for the one stage %s is fine", (stage) => {
  expect(told(environmentsApart, at(stage))).toEqual([]);
});

it.each(["nonprod", "non-production", "SDLC"])("an account for everything %s is told (LF2125)", (stage) => {
  expect(told(environmentsApart, at(stage))).toEqual([
    `ous.Workloads.ous.SDLC.accounts.shop.stage: Account "shop" holds all that is ${stage}, and its stages share quotas and IAM.`,
  ]);
});
