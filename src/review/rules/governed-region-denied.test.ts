import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { governedRegionDenied } from "./governed-region-denied.ts";

const allowing = (...regions: string[]) =>
  scp({ Action: undefined, NotAction: ["iam:*"], Condition: { StringNotEquals: { "aws:RequestedRegion": regions } } });
const atRoot = (policy: ReturnType<typeof scp>) => organization({ policies: { regions: policy }, root: { policies: ["regions"] } });

it("a list with all governed Regions is right, also by a pattern", () => {
  expect(told(governedRegionDenied, atRoot(allowing("eu-west-1", "us-east-1", "eu-north-1")))).toEqual([]);
  const pattern = scp({ Action: "*", Condition: { StringNotLike: { "AWS:requestedregion": ["eu-*", "us-east-?"] } } });
  expect(told(governedRegionDenied, atRoot(pattern))).toEqual([]);
});

it("a governed Region that the list lacks is told (LF2111)", () => {
  expect(told(governedRegionDenied, atRoot(allowing("eu-west-1")))).toEqual([
    'policies.regions: The policy "regions" at the root denies the governed Region us-east-1.',
  ]);
});

it("a shorter list at an OU, and a denial of single actions, are nobody's mistake", () => {
  const narrow = organization({ policies: { regions: allowing("eu-west-1") }, ous: { A: { policies: ["regions"] } } });
  expect(told(governedRegionDenied, narrow)).toEqual([]);
  const oneAction = scp({ Action: "ec2:RunInstances", Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } });
  expect(told(governedRegionDenied, atRoot(oneAction))).toEqual([]);
});
