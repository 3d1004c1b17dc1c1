import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { guardrailKnown } from "./guardrail-known.ts";

it("guardrails of the reference and names of settings are known", () => {
  const known = organization({ guardrails: { here: { guardrail: "region-allow-list" } }, root: { guardrails: ["deny-leave-organization", "here"] } });
  expect(told(guardrailKnown, known)).toEqual([]);
});

it("an unknown one is told at its place, with the nearest that exists (LF2201)", () => {
  const typo = organization({ ous: { A: { guardrails: ["deny-leave-orgnization"], accounts: { a: { guardrails: ["toString"] } } } } });
  expect(review(typo, [guardrailKnown])).toMatchObject([
    { path: ["ous", "A", "guardrails", 0], summary: 'There is no guardrail "deny-leave-orgnization" at OU A.', suggestion: "deny-leave-organization" },
    { path: ["ous", "A", "accounts", "a", "guardrails", 0] },
  ]);
});

it("settings under a name of one's own say which guardrail they are for", () => {
  const settings = organization({ guardrails: { mine: {}, yours: { guardrail: "region-allow-lists" } } });
  expect(told(guardrailKnown, settings)).toEqual([
    'guardrails.mine: There is no guardrail "mine" that has settings.',
    'guardrails.yours.guardrail: There is no guardrail "region-allow-lists" that the settings name.',
  ]);
});
