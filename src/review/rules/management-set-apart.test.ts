import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { managementSetApart } from "./management-set-apart.ts";

const subject = (delegated: boolean) =>
  organization({
    root: { accounts: { shop: {} } },
    ...(delegated ? { delegatedAdministrators: { "sso.amazonaws.com": ["shop"] } } : {}),
    identityCenter: {
      assignments: [
        { group: "a", permissionSet: "Shared", ous: ["root"] },
        { group: "a", permissionSet: "Shared", accounts: ["management"] },
        { group: "a", permissionSet: "Own", accounts: ["management"] },
      ],
    },
  });

it("permission sets of the management account are told only where a member administers Identity Center (LF2158)", () => {
  expect(told(managementSetApart, subject(false))).toEqual([]);
  expect(told(managementSetApart, subject(true))).toEqual([
    'identityCenter.assignments.1: "Shared" is assigned in the management account and in others, so the account that administers Identity Center cannot change it.',
  ]);
});
