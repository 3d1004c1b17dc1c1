import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { productionGuarded } from "./production-guarded.ts";

const stages = (prod: string[], sdlc: string[]) =>
  organization({ policies: { p: scp() }, ous: { Workloads: { ous: { Prod: { policies: prod }, SDLC: { policies: sdlc } } } } });

it("production has a policy of its own, or nothing before it to differ from", () => {
  expect(told(productionGuarded, stages(["p"], []))).toEqual([]);
  expect(told(productionGuarded, organization({ ous: { Workloads: { ous: { Prod: {} } } } }))).toEqual([]);
});

it.each([[[], []], [["p"], ["p"]], [[], ["p"]]])("with %j against %j it is told (LF2138)", (prod, sdlc) => {
  expect(told(productionGuarded, stages(prod, sdlc))).toEqual(["ous.Workloads.ous.Prod: OU Workloads/Prod has no policy that what comes before it lacks."]);
});
