import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { permissionSetCount } from "./permission-set-count.ts";

const having = (number: number, assigned: number) => {
  const names = Array.from({ length: number }, (_, index) => `S${index}`);
  return organization({
    root: { accounts: { shop: {} } },
    identityCenter: { permissionSets: Object.fromEntries(names.map((name) => [name, {}])), assignments: names.slice(0, assigned).map((permissionSet) => ({ group: "g", permissionSet, ous: ["root"] })) },
  });
};

it("as many permission sets as AWS has room for are fine", () => {
  expect(told(permissionSetCount, having(3_500, 500))).toEqual([]);
});

it("more in all, or more in one account, are told (LF2033)", () => {
  expect(told(permissionSetCount, having(3_501, 501))).toEqual([
    "identityCenter.permissionSets: There are 3,501 permission sets; Identity Center has room for 3,500.",
    'identityCenter.assignments: 501 permission sets are assigned in account "shop"; an account has room for 500.',
  ]);
});
