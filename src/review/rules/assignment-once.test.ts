import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { assignmentOnce } from "./assignment-once.ts";

const repeated = (...assignments: object[]) =>
  told(assignmentOnce, organization({ root: { accounts: { a: {}, b: {} } }, identityCenter: { assignments: assignments.map((one) => ({ group: "g", permissionSet: "P", ...one })) } }));

it("the same permission set for another group, in another account, or another set, is no repetition", () => {
  expect(repeated({ accounts: ["a"] }, { accounts: ["b"] }, { accounts: ["a"], group: "h" }, { accounts: ["a"], permissionSet: "Q" }, { accounts: ["management"] })).toEqual([]);
});

it("what an assignment before gives already is told (LF2151)", () => {
  expect(repeated({ accounts: ["a"] }, { ous: ["root"] }, { accounts: ["a"] })).toEqual([
    'identityCenter.assignments.1: Assignment 2 gives group "g" "P" again in 1 account: assignment 1 does.',
    'identityCenter.assignments.2: Assignment 3 gives group "g" "P" again: assignment 1 does.',
  ]);
});
