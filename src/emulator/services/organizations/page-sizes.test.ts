import { beforeAll, describe, expect, it } from "vitest";
import { TRUSTED_SERVICES } from "../../../limits/index.ts";
import { Stage, text } from "./testing/stage.ts";

/** More than two pages. */
const COUNT = 45;
const DELEGATED = 25;
/** The most that AWS gives on a page of Organizations, and gives when nobody says. Source: the API's model, MaxResults. */
const PAGE = 20;

const stage = new Stage();
const ids = { root: "", policy: "", account: "" };

beforeAll(() => {
  ids.root = stage.found();
  stage.limit(10 * COUNT);
  stage.enable(ids.root, "SERVICE_CONTROL_POLICY");
  for (const { principal } of TRUSTED_SERVICES) stage.call("EnableAWSServiceAccess", { ServicePrincipal: principal });
  const accounts = Array.from({ length: COUNT - 1 }, (_, i) => stage.account(`account-${i}`));
  ids.account = text(accounts[0]);
  const delegable = TRUSTED_SERVICES.filter(({ delegatedAdministrator }) => delegatedAdministrator).map(({ principal }) => principal);
  for (const ServicePrincipal of delegable.slice(0, DELEGATED)) stage.call("RegisterDelegatedAdministrator", { AccountId: ids.account, ServicePrincipal });
  const policies = Array.from({ length: COUNT - 1 }, (_, i) => stage.policy(`policy ${i}`));
  ids.policy = text(policies[0]);
  for (let i = 0; i < COUNT; i += 1) stage.call("AttachPolicy", { PolicyId: ids.policy, TargetId: stage.unit(ids.root, `unit ${i}`) });
  for (let i = 0; i < COUNT; i += 1) stage.invite(stage.standalone(String(200_000_000_000 + i)));
});

interface Page {
  readonly NextToken?: string;
  readonly [member: string]: unknown;
}

type Ask = (input: { readonly MaxResults?: number; readonly NextToken?: string }) => Page;

/** Every list that can be longer than a page: its member and its length. */
const LISTS: readonly (readonly [name: string, member: string, count: number, ask: Ask])[] = [
  ["ListAccounts", "Accounts", COUNT, (page) => ({ ...stage.call("ListAccounts", page) })],
  ["ListAccountsForParent", "Accounts", COUNT, (page) => ({ ...stage.call("ListAccountsForParent", { ParentId: ids.root, ...page }) })],
  ["ListChildren", "Children", COUNT, (page) => ({ ...stage.call("ListChildren", { ParentId: ids.root, ChildType: "ACCOUNT", ...page }) })],
  ["ListOrganizationalUnitsForParent", "OrganizationalUnits", COUNT, (page) => ({ ...stage.call("ListOrganizationalUnitsForParent", { ParentId: ids.root, ...page }) })],
  ["ListCreateAccountStatus", "CreateAccountStatuses", COUNT - 1, (page) => ({ ...stage.call("ListCreateAccountStatus", page) })],
  ["ListPolicies", "Policies", COUNT, (page) => ({ ...stage.call("ListPolicies", { Filter: "SERVICE_CONTROL_POLICY", ...page }) })],
  ["ListTargetsForPolicy", "Targets", COUNT, (page) => ({ ...stage.call("ListTargetsForPolicy", { PolicyId: ids.policy, ...page }) })],
  ["ListTargetsForPolicy of AWS's own", "Targets", 2 * COUNT + 1, (page) => ({ ...stage.call("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess", ...page }) })],
  ["ListHandshakesForOrganization", "Handshakes", COUNT, (page) => ({ ...stage.call("ListHandshakesForOrganization", page) })],
  ["ListAWSServiceAccessForOrganization", "EnabledServicePrincipals", TRUSTED_SERVICES.length, (page) => ({ ...stage.call("ListAWSServiceAccessForOrganization", page) })],
  ["ListDelegatedServicesForAccount", "DelegatedServices", DELEGATED, (page) => ({ ...stage.call("ListDelegatedServicesForAccount", { AccountId: ids.account, ...page }) })],
];

describe("a list of Organizations", () => {
  it.each(LISTS)("has pages of AWS's size, or of that asked for, that hold each item once: %s", (_name, member, count, ask) => {
    for (const MaxResults of [undefined, PAGE, 7]) {
      const pages: (readonly unknown[])[] = [];
      for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
        const page = ask({ ...(MaxResults === undefined ? {} : { MaxResults }), ...(NextToken === undefined ? {} : { NextToken }) });
        pages.push(page[member] as readonly unknown[]);
        ({ NextToken } = page);
      }
      const size = MaxResults ?? PAGE;
      expect(pages.map(({ length }) => length)).toEqual([...Array<number>(Math.ceil(count / size) - 1).fill(size), count % size || size]);
      expect(new Set(pages.flat().map((item) => JSON.stringify(item))).size).toBe(count);
    }
  });
});
