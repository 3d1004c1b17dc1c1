import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { foundationsFirst } from "./foundations-first.ts";

const Workloads = { ous: { Prod: { accounts: { a: {} } } } };

it("workloads beside Security and Infrastructure are fine, and so is an empty OU for them", () => {
  expect(told(foundationsFirst, organization({ ous: { Security: {}, Infrastructure: {}, Workloads } }))).toEqual([]);
  expect(told(foundationsFirst, organization({ ous: { Workloads: {} } }))).toEqual([]);
});

it("workloads without the foundations are told with what is missing (LF2104)", () => {
  expect(told(foundationsFirst, organization({ ous: { Workloads } }))).toEqual([
    "ous.Workloads: OU Workloads has accounts before there is an OU Security and Infrastructure.",
  ]);
  expect(told(foundationsFirst, organization({ ous: { Security: {}, Workloads } }))).toEqual([
    "ous.Workloads: OU Workloads has accounts before there is an OU Infrastructure.",
  ]);
});
