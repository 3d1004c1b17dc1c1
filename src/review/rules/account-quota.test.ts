import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { accountQuota } from "./account-quota.ts";

const accounts = (number: number) => Object.fromEntries(Array.from({ length: number }, (_, index) => [`a${index}`, {}]));

it("nine accounts and the management account fit into a new organization", () => {
  expect(told(accountQuota, organization({ root: { accounts: accounts(9) } }))).toEqual([]);
});

it("with ten one has to ask AWS, with the command to do so (LF2113)", () => {
  const [more] = review(organization({ root: { accounts: accounts(10) } }), [accountQuota]);
  expect(more).toMatchObject({ severity: "info", code: "LF2113" });
  expect(more?.summary).toContain("has 11 accounts with the management account");
  expect(more?.fix).toContain("--quota-code L-E619E033 --desired-value 20");
});
