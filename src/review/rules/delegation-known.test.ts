import { expect, it } from "vitest";
import { organization } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { delegationKnown } from "./delegation-known.ts";

const accounts = Object.fromEntries(["a", "b", "c", "d", "tooling"].map((key) => [key, {}]));
const told = (delegatedAdministrators: Record<string, string[]>) => review(organization({ ous: { Security: { accounts } }, delegatedAdministrators }), [delegationKnown]);

it("an account of the file may administer a service that allows it", () => {
  expect(told({ "guardduty.amazonaws.com": ["tooling"], "unheard-of.amazonaws.com": ["a"] })).toEqual([]);
});

it("an account that is not in the file is told with the nearest that is (LF2020)", () => {
  expect(told({ "guardduty.amazonaws.com": ["toolin"] })).toMatchObject([{ path: ["delegatedAdministrators", "guardduty.amazonaws.com", 0], suggestion: "tooling" }]);
});

it("a service without delegated administrators, and more than AWS allows, are told", () => {
  expect(told({ "ram.amazonaws.com": ["a"] })[0]?.summary).toContain("has no delegated administrators");
  expect(told({ "cloudtrail.amazonaws.com": ["a", "b", "c", "d"] })[0]?.summary).toContain("AWS allows 3");
});
