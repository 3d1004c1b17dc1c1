import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { suspendedOu } from "./suspended-ou.ts";

it("an OU of that name is enough, however it is spelled", () => {
  expect(told(suspendedOu, organization({ ous: { Suspended: {} } }))).toEqual([]);
  expect(told(suspendedOu, organization({ ous: { "Suspended": {} } }))).toEqual([]);
});

it("an organization without it is told (LF2123)", () => {
  expect(told(suspendedOu, organization({ ous: { Workloads: { accounts: { a: {} } } } }))).toEqual([": No OU is there for accounts out of use."]);
  expect(told(suspendedOu, organization({ ous: { Workloads: {} } }))).toEqual([]);
});
