import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { attachmentsLimit } from "./attachments-limit.ts";
import { guardrailSlot } from "./guardrail-slot.ts";

const withPolicies = (number: number) => {
  const keys = Array.from({ length: number }, (_, index) => `p${index}`);
  return organization({ policies: Object.fromEntries(keys.map((key) => [key, scp()])), root: { policies: keys, guardrails: ["deny-leave-organization", "region-allow-list"] } });
};

it("a place where guardrails can still change policies is well (LF2205)", () => {
  expect(told(guardrailSlot, withPolicies(7))).toEqual([]);
});

it("a place whose last slot a guardrail's policy takes is told", () => {
  expect(told(guardrailSlot, withPolicies(8))).toEqual(["root.guardrails: The root has 10 SCPs, all that AWS takes: none can change places."]);
});

it("one policy more is what AWS refuses", () => {
  expect(told(guardrailSlot, withPolicies(9))).toEqual([]);
  expect(told(attachmentsLimit, withPolicies(9))).toEqual(["root.policies: The root has 11 SCPs, FullAWSAccess among them; AWS allows 10."]);
});
