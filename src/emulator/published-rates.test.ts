import { describe, expect, it } from "vitest";
import { ACCOUNT_THROTTLES, ORGANIZATIONS_THROTTLES } from "../limits/index.ts";
import { Throttles } from "./throttle.ts";

/**
 * The rates as AWS prints them: requests a second and at once, by account and, after a semicolon, by organization.
 * Source: Organizations User Guide, "Throttling limits"; Account Management Reference Guide, "Quotas".
 */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organizations: {
    "0.05/1": "CloseAccount",
    "0.1/3": "CreateAccount CreateGovCloudAccount",
    "20/30; 24/36": "DescribeAccount",
    "2/2; 2/3": "DescribeCreateAccountStatus DescribeOrganizationalUnit DescribePolicy",
    "1/1": "CreateOrganization DeleteOrganization DisablePolicyType EnableAllFeatures EnablePolicyType",
    // Source of the second: API Reference, LeaveOrganization: "up to 5 accounts per second in a single organization".
    "1/1; 5/5": "DeclineHandshake LeaveOrganization",
    "5/8; 6/10":
      "ListAccountsForParent ListCreateAccountStatus ListDelegatedAdministrators ListHandshakesForAccount ListHandshakesForOrganization ListOrganizationalUnitsForParent ListParents ListPolicies ListPoliciesForTarget ListTargetsForPolicy",
    "1/2; 5/5": "AcceptHandshake",
    "1/2; 6/10": "DescribeHandshake",
    "3/5": "InviteAccountToOrganization",
    "1/2": "CreateOrganizationalUnit DeregisterDelegatedAdministrator DescribeOrganization DisableAWSServiceAccess EnableAWSServiceAccess RegisterDelegatedAdministrator",
    "2/3": "AttachPolicy CancelHandshake CreatePolicy DeleteOrganizationalUnit DeletePolicy DetachPolicy MoveAccount UpdateOrganizationalUnit UpdatePolicy",
    "8/12; 9/15": "ListAccounts",
    "6/10; 7/12": "ListChildren",
    "1/2; 1/3": "ListRoots",
    "10/15; 12/18": "ListTagsForResource",
    "2/2": "RemoveAccountFromOrganization",
    "4/6": "TagResource UntagResource",
    "1/3; 1/4": "ListAWSServiceAccessForOrganization ListDelegatedServicesForAccount",
  },
  account: {
    "1/1": "AcceptPrimaryEmailUpdate DisableRegion EnableRegion PutAccountName StartPrimaryEmailUpdate",
    "1/6": "DeleteAlternateContact",
    "3/3": "GetAccountInformation GetPrimaryEmail",
    "5/5": "GetRegionOptStatus ListRegions",
    "5/8": "PutAlternateContact PutContactInformation",
    "10/15": "GetAlternateContact GetContactInformation",
  },
};

const CASES = Object.entries(PUBLISHED).flatMap(([service, rates]) =>
  Object.entries(rates).flatMap(([rate, operations]) => operations.split(" ").map((operation) => ({ service, operation, rate }))),
);

/** How many calls of many pass, by accounts of one organization in turn. */
function passing(throttles: Throttles, { service, operation }: (typeof CASES)[number], accounts: readonly string[], now: number): number {
  const calls = Array.from({ length: 50 * accounts.length }, (_, i) => throttles.check(service, operation, { accountId: accounts[i % accounts.length] ?? "", organizationId: "o-a" }, now));
  return calls.filter((error) => error === undefined).length;
}

const bucketOf = (text: string): { readonly rate: number; readonly burst: number } => {
  const [rate, burst] = text.split("/").map(Number);
  return { rate: rate ?? 0, burst: burst ?? 0 };
};

describe("a published rate", () => {
  it("is there for each operation that AWS publishes one for, and for no other", () => {
    const known = [...Object.keys(ORGANIZATIONS_THROTTLES), ...Object.keys(ACCOUNT_THROTTLES)];
    expect(known.toSorted()).toEqual(CASES.map(({ operation }) => operation).toSorted());
  });

  it.each(CASES)("of $service:$operation is $rate", (published) => {
    const [account, organization] = published.rate.split("; ").map(bucketOf);
    if (account === undefined) throw new RangeError(published.rate);
    const throttles = new Throttles();
    expect(passing(throttles, published, ["1"], 0)).toBe(account.burst);
    // A whole number of requests is there after this long, if the account's bucket holds as many.
    const seconds = account.rate < 1 ? 1 / account.rate : 1;
    expect(passing(throttles, published, ["1"], seconds * 1_000)).toBe(Math.min(account.burst, Math.round(account.rate * seconds)));
    const together = passing(new Throttles(), published, ["1", "2", "3", "4", "5", "6"], 0);
    expect(together).toBe(Math.min(6 * account.burst, organization?.burst ?? Infinity));
  });
});
