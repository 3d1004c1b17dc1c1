import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import type { OrganizationalUnit } from "../../organization/index.ts";
import { ouDepth } from "./ou-depth.ts";

const nested = (levels: number): OrganizationalUnit => (levels === 1 ? {} : { ous: { [`L${levels}`]: nested(levels - 1) } });

it("five levels of OUs are allowed", () => {
  expect(told(ouDepth, organization({ ous: { Top: nested(5) } }))).toEqual([]);
});

it("the sixth level is told once, and not those below it (LF2001)", () => {
  expect(told(ouDepth, organization({ ous: { Top: nested(7) } }))).toEqual([
    "ous.Top.ous.L7.ous.L6.ous.L5.ous.L4.ous.L3: OU Top/L7/L6/L5/L4/L3 is 6 levels below the root; AWS allows 5.",
  ]);
});
