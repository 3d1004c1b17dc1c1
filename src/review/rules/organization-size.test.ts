import { expect, it } from "vitest";
import { organization, policy, told } from "../../../test/kit/review.ts";
import { organizationSize } from "./organization-size.ts";

const many = <T>(number: number, value: T): Record<string, T> => Object.fromEntries(Array.from({ length: number }, (_, index) => [`n${index}`, value]));

it("2,000 OUs and 2,000 RCPs are allowed", () => {
  expect(told(organizationSize, organization({ ous: many(2_000, {}), policies: many(2_000, policy("rcp", {})) }))).toEqual([]);
});

it("one more of either is told (LF2018)", () => {
  expect(told(organizationSize, organization({ ous: many(2_001, {}), policies: many(2_001, policy("rcp", {})) }))).toEqual([
    "ous: The file has 2,001 OUs; AWS allows 2,000 OUs.",
    "policies: The file has 2,001 RCPs; AWS allows 2,000 RCPs.",
  ]);
});
