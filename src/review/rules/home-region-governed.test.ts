import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { homeRegionGoverned } from "./home-region-governed.ts";

it("the home Region may stand anywhere in the list", () => {
  expect(told(homeRegionGoverned, organization({ regions: ["us-east-1", "eu-west-1"] }))).toEqual([]);
});

it("a home Region that is not governed is told (LF2016)", () => {
  expect(told(homeRegionGoverned, organization({ regions: ["us-east-1"] }))).toEqual([
    "regions: The home Region eu-west-1 is not among the governed Regions.",
  ]);
});
