import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { shallowOus } from "./shallow-ous.ts";

it("three levels are few enough", () => {
  expect(told(shallowOus, organization({ ous: { A: { ous: { B: { ous: { C: {} } } } } } }))).toEqual([]);
});

it("a fourth is advised against, and told once (LF2101)", () => {
  const deep = { D: { ous: { E: {} } } };
  expect(told(shallowOus, organization({ ous: { A: { ous: { B: { ous: { C: { ous: deep } } } } } } }))).toEqual([
    "ous.A.ous.B.ous.C.ous.D: OU A/B/C/D is 4 levels below the root; 3 are easier to follow.",
  ]);
});
