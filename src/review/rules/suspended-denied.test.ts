import { expect, it } from "vitest";
import { organization, policy, scp, told } from "../../../test/kit/review.ts";
import { suspendedDenied } from "./suspended-denied.ts";

const all = { Action: ["*"], Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/landfall-*" } } };
const policies = { everything: scp(all), buckets: scp(), data: policy("rcp", { ...all, Principal: "*" }) };

it("a policy that denies everything may exempt roles", () => {
  expect(told(suspendedDenied, organization({ policies, ous: { Suspended: { policies: ["everything"] } } }))).toEqual([]);
});

it("anything less is told (LF2109)", () => {
  expect(told(suspendedDenied, organization({ policies, ous: { Suspended: { policies: ["buckets", "data"] } } }))).toEqual([
    "ous.Suspended: OU Suspended has no policy attached that denies every action.",
  ]);
});
