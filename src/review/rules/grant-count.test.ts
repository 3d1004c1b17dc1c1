import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { grantCount } from "./grant-count.ts";

const policies = (number: number): string[] => Array.from({ length: number }, (_, index) => `Policy${index}`);

it("more managed policies than a role has room for are told, AWS's and the account's together (LF2156)", () => {
  const subject = organization({
    identityCenter: { permissionSets: { Ten: { managedPolicies: policies(10) }, Eleven: { managedPolicies: policies(10), customerManagedPolicies: [{ name: "own" }] } } },
    roles: { r: { trust: { Statement: [] }, managedPolicies: policies(11) } },
  });
  expect(told(grantCount, subject)).toEqual([
    'identityCenter.permissionSets.Eleven: Permission set "Eleven" has 11 managed policies; a role has room for 10 until AWS raises that for each account.',
    'roles.r: Role "r" has 11 managed policies; a role has room for 10 until AWS raises that for each account.',
  ]);
});
