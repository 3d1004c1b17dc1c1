import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { guardrailUsed } from "./guardrail-used.ts";

it("settings that no place names are told (LF2203)", () => {
  const guardrails = { "region-allow-list": {}, prod: { guardrail: "region-allow-list" } };
  expect(told(guardrailUsed, organization({ guardrails, ous: { A: { guardrails: ["prod"] } } }))).toEqual(['guardrails.region-allow-list: The guardrail "region-allow-list" has settings, and no place names it.']);
});
