import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { ouFunction } from "./ou-function.ts";

const owned = (ou: string, owner: string) => organization({ ous: { Workloads: { ous: { [ou]: { accounts: { a: { owner } } } } } } });

it("an OU of a function may be called like the team that looks after it", () => {
  expect(told(ouFunction, owned("Prod", "marketing"))).toEqual([]);
  expect(told(ouFunction, organization({ ous: { Security: { accounts: { a: { owner: "security" } } } } }))).toEqual([]);
});

it("an OU of an owner's name is told (LF2128)", () => {
  expect(told(ouFunction, owned("Marketing", "marketing"))).toEqual([
    "ous.Workloads.ous.Marketing: OU Workloads/Marketing is named after an owner of accounts.",
  ]);
});
