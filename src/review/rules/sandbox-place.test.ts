import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { sandboxPlace } from "./sandbox-place.ts";

const at = (ou: string, stage?: string) => organization({ ous: { [ou]: { accounts: { a: stage === undefined ? {} : { stage } } } } });

it("sandboxes are in the OU for them, and nothing else is", () => {
  expect(told(sandboxPlace, at("Sandbox", "sandbox"))).toEqual([]);
  expect(told(sandboxPlace, at("Sandboxes"))).toEqual([]);
  expect(told(sandboxPlace, at("Workloads", "dev"))).toEqual([]);
});

it("a sandbox elsewhere, and a stage of a service among sandboxes, are told (LF2126)", () => {
  expect(told(sandboxPlace, at("Workloads", "sandbox"))).toEqual(['ous.Workloads.accounts.a: Account "a" is a sandbox and is in OU Workloads.']);
  expect(told(sandboxPlace, at("Sandbox", "dev"))).toEqual([
    'ous.Sandbox.accounts.a.stage: Account "a" in OU Sandbox has the stage dev; services are not staged there.',
  ]);
});
