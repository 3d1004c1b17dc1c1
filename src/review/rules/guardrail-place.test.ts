import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { guardrailPlace } from "./guardrail-place.ts";

it("accounts in Transitional can leave, and what stops everything stands at no root (LF2204)", () => {
  const wrong = organization({ root: { guardrails: ["deny-leave-organization", "suspended-deny-all"] }, ous: { Transitional: { guardrails: ["deny-leave-organization"] }, Suspended: { guardrails: ["suspended-deny-all"] } } });
  expect(told(guardrailPlace, wrong)).toEqual([
    'root.guardrails.1: The guardrail "suspended-deny-all" at the root stops everything in every account.',
    'ous.Transitional.guardrails.0: The guardrail "deny-leave-organization" keeps accounts in Transitional from leaving.',
  ]);
});
