import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { guardrailParameters } from "./guardrail-parameters.ts";

it("parameters of the right kind are taken, and those with a default may be left out", () => {
  const given = organization({ guardrails: { "region-allow-list": { regions: ["eu-west-1"] } }, root: { guardrails: ["region-allow-list", "deny-leave-organization"] } });
  expect(told(guardrailParameters, given)).toEqual([]);
});

it("an unknown parameter and one of another kind are told (LF2202)", () => {
  const wrong = organization({ guardrails: { "region-allow-list": { regions: "eu-west-1", region: ["eu-west-1"] }, "deny-leave-organization": { x: 1 } } });
  expect(told(guardrailParameters, wrong)).toEqual([
    'guardrails.region-allow-list.region: The guardrail "region-allow-list" has no parameter `region`.',
    'guardrails.region-allow-list.regions: `regions` of the guardrail "region-allow-list" must be a list of texts.',
    'guardrails.deny-leave-organization.x: The guardrail "deny-leave-organization" has no parameter `x`.',
  ]);
  expect(review(wrong, [guardrailParameters])[0]?.suggestion).toBe("regions");
});
