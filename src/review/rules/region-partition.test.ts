import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { regionPartition } from "./region-partition.ts";

it("Regions of one partition go together", () => {
  expect(told(regionPartition, organization({ homeRegion: "us-gov-west-1", regions: ["us-gov-west-1", "us-gov-east-1"] }))).toEqual([]);
});

it("a Region of another partition is told (LF2015)", () => {
  expect(told(regionPartition, organization({ regions: ["eu-west-1", "cn-north-1"] }))).toEqual([
    "regions.1: cn-north-1 is in the partition aws-cn, and the home Region eu-west-1 in aws.",
  ]);
});

it("a Region of no known form is not judged", () => {
  expect(told(regionPartition, organization({ regions: ["eu-west-1", "xx-moon-1"] }))).toEqual([]);
});
