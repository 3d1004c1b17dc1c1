import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { heldTraced } from "./held-traced.ts";

const held = (tags: Record<string, string>) => organization({ ous: { Suspended: { accounts: { old: { state: "held", tags } } } } });

it("a held account says where it came from, since when, why and by whom", () => {
  expect(told(heldTraced, held({ "held-from": "Workloads/Prod", "held-since": "2026-11-01", "held-reason": "sold", "held-by": "platform" }))).toEqual([]);
  expect(told(heldTraced, organization({ ous: { Workloads: { accounts: { a: {} } } } }))).toEqual([]);
});

it("what is missing is told (LF2134)", () => {
  expect(told(heldTraced, held({ "held-from": "Workloads/Prod", "held-reason": "sold", "held-by": " " }))).toEqual([
    'ous.Suspended.accounts.old: Account "old" is held and lacks the tags held-since and held-by.',
  ]);
});
