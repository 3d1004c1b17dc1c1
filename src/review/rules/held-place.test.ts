import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { heldPlace } from "./held-place.ts";

it("held and closed accounts in Suspended, and active ones elsewhere, are in their place", () => {
  const right = organization({
    ous: { Suspended: { accounts: { a: { state: "held" }, b: { state: "closed" } } }, A: { accounts: { c: {}, d: { state: "closed" } } } },
  });
  expect(told(heldPlace, right)).toEqual([]);
});

it("a held account elsewhere, and an active one in Suspended, are told (LF2108)", () => {
  const wrong = organization({ ous: { A: { accounts: { a: { state: "held" } } }, Suspended: { ous: { X: { accounts: { b: {} } } } } } });
  expect(told(heldPlace, wrong)).toEqual([
    'ous.A.accounts.a.state: Account "a" is held, and still in OU A.',
    'ous.Suspended.ous.X.accounts.b: Account "b" is in OU Suspended/X, and its state is still active.',
  ]);
});
