import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { tagAgrees } from "./tag-agrees.ts";

it("a tag may repeat what the account says, or say what it does not", () => {
  expect(told(tagAgrees, organization({ root: { accounts: { a: { stage: "dev", tags: { stage: "dev", owner: "me" } } } } }))).toEqual([]);
});

it("a tag that says otherwise is told (LF2112)", () => {
  expect(told(tagAgrees, organization({ root: { accounts: { a: { stage: "dev", tags: { stage: "prod" } } } } }))).toEqual([
    'root.accounts.a.tags.stage: Account "a" has the stage dev and a tag stage that says prod.',
  ]);
});
