import { expect, it } from "vitest";
import { organization, policy, scp, told } from "../../../test/kit/review.ts";
import { somethingAllowed } from "./something-allowed.ts";

const policies = { allow: scp({ Effect: "Allow", Action: "s3:*" }), deny: scp(), data: policy("rcp", { Effect: "Allow" }) };

it("a place that keeps FullAWSAccess needs no other policy", () => {
  expect(told(somethingAllowed, organization({ policies, root: {}, ous: { A: { fullAwsAccess: true } } }))).toEqual([]);
});

it("an SCP that allows something may take its place", () => {
  expect(told(somethingAllowed, organization({ policies, ous: { A: { fullAwsAccess: false, policies: ["deny", "allow"] } } }))).toEqual([]);
});

it("without one, nobody below could do anything (LF2014)", () => {
  const empty = organization({ policies, ous: { A: { fullAwsAccess: false, policies: ["deny", "data"] } } });
  expect(told(somethingAllowed, empty)).toEqual([
    "ous.A.fullAwsAccess: OU A goes without FullAWSAccess, and no service control policy attached to it allows anything.",
  ]);
});

it("an allow further up does not reach down", () => {
  const above = organization({ policies, root: { policies: ["allow"], accounts: { a: { fullAwsAccess: false } } } });
  expect(told(somethingAllowed, above)).toHaveLength(1);
});
