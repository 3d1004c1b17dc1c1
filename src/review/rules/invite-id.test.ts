import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { inviteId } from "./invite-id.ts";

it("an account that is invited by its id is fine, and one that is not invited needs none", () => {
  expect(told(inviteId, organization({ root: { accounts: { a: { id: "111111111111", invite: true }, b: {} } } }))).toEqual([]);
});

it("an invitation without an id, or of a new account, is told (LF2021)", () => {
  expect(told(inviteId, organization({ root: { accounts: { a: { invite: true }, b: { id: "111111111111", invite: true, new: true } } } }))).toEqual([
    'root.accounts.a.invite: Account "a" is to be invited, but states no id.',
    'root.accounts.b.invite: Account "b" is to be invited and new at once.',
  ]);
});
