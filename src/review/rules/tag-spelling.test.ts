import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { tagSpelling } from "./tag-spelling.ts";

it("one spelling everywhere is fine", () => {
  expect(told(tagSpelling, organization({ tags: { project: "x" }, root: { accounts: { a: { tags: { project: "y", "cost-center": "1" } } } } }))).toEqual([]);
});

it("another spelling of a known tag is told (LF2140)", () => {
  expect(told(tagSpelling, organization({ tags: { "cost-center": "1" }, root: { accounts: { a: { tags: { CostCenter: "2", Owner: "x" } } } } }))).toEqual([
    'root.accounts.a.tags.CostCenter: The tags "cost-center" and "CostCenter" differ only in their spelling.',
    'root.accounts.a.tags.Owner: The tags "owner" and "Owner" differ only in their spelling.',
  ]);
});
