import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { policyStagingMirror } from "./policy-staging-mirror.ts";

const trial = { accounts: { x: {} } };

it("each of the four areas that is there has a mirror with an account", () => {
  expect(told(policyStagingMirror, organization({ ous: { Workloads: {}, Sandbox: {}, PolicyStaging: { ous: { Workloads: trial } } } }))).toEqual([]);
  expect(told(policyStagingMirror, organization({ ous: { Workloads: {} } }))).toEqual([]);
});

it("areas without one are told (LF2122)", () => {
  const ous = { Security: {}, Workloads: {}, Deployments: {}, PolicyStaging: { ous: { Security: trial, Workloads: {} } } };
  expect(told(policyStagingMirror, organization({ ous }))).toEqual([
    "ous.PolicyStaging: OU PolicyStaging has no account to try policies of Workloads and Deployments out.",
  ]);
});
