import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { ousMerged } from "./ous-merged.ts";

const unit = (owner: string, stage = "prod") => ({ accounts: { [owner]: { owner, stage } } });

it("OUs that differ in stages or policies are two, and so are OUs of one owner", () => {
  expect(told(ousMerged, organization({ ous: { Prod: unit("a"), Test: unit("b", "test") } }))).toEqual([]);
  expect(told(ousMerged, organization({ ous: { A: unit("a"), B: { ...unit("b"), fullAwsAccess: false } } }))).toEqual([]);
  expect(told(ousMerged, organization({ ous: { A: unit("a"), B: { accounts: { c: { owner: "a", stage: "prod" } } } } }))).toEqual([]);
});

it("OUs that differ only in who owns their accounts are told (LF2131)", () => {
  expect(told(ousMerged, organization({ ous: { Workloads: { ous: { Retail: unit("a"), Wholesale: unit("b") } } } }))).toEqual([
    "ous.Workloads.ous.Wholesale: OU Workloads/Retail and OU Workloads/Wholesale differ only in the owner of their accounts.",
  ]);
});
