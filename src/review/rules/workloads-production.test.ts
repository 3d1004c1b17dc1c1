import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { workloadsProduction } from "./workloads-production.ts";

it("an OU for production at any depth is enough, and without Workloads none is needed", () => {
  expect(told(workloadsProduction, organization({ ous: { Workloads: { ous: { Shop: { ous: { Production: {} } } } } } }))).toEqual([]);
  expect(told(workloadsProduction, organization({ ous: { Security: {} } }))).toEqual([]);
});

it("Workloads without one is told (LF2103)", () => {
  expect(told(workloadsProduction, organization({ ous: { Workloads: { ous: { SDLC: {} } } } }))).toEqual([
    "ous.Workloads: OU Workloads has no OU for production.",
  ]);
});
