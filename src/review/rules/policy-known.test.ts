import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { policyKnown } from "./policy-known.ts";

const policies = { "deny-leave": scp() };

it("keys of the file's policies are known everywhere", () => {
  const known = organization({ policies, root: { policies: ["deny-leave"], accounts: { a: { policies: ["deny-leave"] } } } });
  expect(told(policyKnown, known)).toEqual([]);
});

it("an unknown key is told at its place, with the nearest that exists (LF2009)", () => {
  const typo = organization({ policies, ous: { A: { policies: ["deny-leave", "deny-leaf"] } } });
  expect(review(typo, [policyKnown])).toMatchObject([
    { path: ["ous", "A", "policies", 1], summary: 'The policy "deny-leaf" at OU A is not in the file.', suggestion: "deny-leave" },
  ]);
});

it("a key of every object, such as toString, is no policy", () => {
  expect(told(policyKnown, organization({ policies, root: { policies: ["toString"] } }))).toHaveLength(1);
});

it("AWS's own policies come by themselves", () => {
  const [own] = review(organization({ policies, root: { policies: ["FullAWSAccess"] } }), [policyKnown]);
  expect(own?.fix).toContain("AWS attaches it itself");
});
