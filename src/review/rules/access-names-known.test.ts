import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { accessNamesKnown } from "./access-names-known.ts";

const ous = { Workloads: { ous: { Prod: { accounts: { shop: {} } } } } };
const permissionSets = { Reader: {} };

it("assignments, roles and budgets name what the file declares, the management account and the root", () => {
  const assignments = [{ group: "anybody", permissionSet: "Reader", accounts: ["shop", "management"], ous: ["root", "Workloads/Prod"] }];
  expect(told(accessNamesKnown, organization({ ous, identityCenter: { permissionSets, assignments } }))).toEqual([]);
});

it("what is not in the file is told, with the nearest that is (LF2030)", () => {
  const subject = organization({
    ous,
    identityCenter: { permissionSets, groups: { readers: {} }, assignments: [{ group: "reader", permissionSet: "Raeder", accounts: ["shpo"], ous: ["Prod"] }] },
    roles: { deploy: { trust: { Statement: [] }, accounts: ["shop-prod"] } },
    budgets: { all: { amount: 1, notify: [], ous: ["Workload"] } },
  });
  expect(told(accessNamesKnown, subject)).toEqual([
    'identityCenter.assignments.0.permissionSet: Assignment 1 names the permission set "Raeder", which is not in the file.',
    'identityCenter.assignments.0.group: Assignment 1 names the group "reader", which is not in the file.',
    'identityCenter.assignments.0.accounts.0: Assignment 1 names the account "shpo", which is not in the file.',
    'identityCenter.assignments.0.ous.0: Assignment 1 names the OU "Prod", which is not in the file.',
    'roles.deploy.accounts.0: Role "deploy" names the account "shop-prod", which is not in the file.',
    'budgets.all.ous.0: Budget "all" names the OU "Workload", which is not in the file.',
  ]);
  expect(review(subject, [accessNamesKnown]).map(({ suggestion }) => suggestion)).toContain("Reader");
});
