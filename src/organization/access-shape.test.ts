import { describe, expect, it } from "vitest";
import { readShape } from "./shape.ts";
import type { Organization } from "./types.ts";

const base = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1", "us-east-1"] };
/** What is told about an organization with these parts besides the required ones. */
const tell = (parts: object): string[] => readShape({ ...base, ...parts }).diagnostics.map(({ code, summary }) => `${code} ${summary}`);
const permissionSets = (set: unknown): object => ({ identityCenter: { permissionSets: { "Prod-ReadOnly": set } } });

const RIGHT = {
  identityCenter: {
    permissionSets: {
      "Prod-ReadOnly": { description: "Look, and change nothing.", managedPolicies: ["ReadOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"], sessionDuration: "PT8H" },
      Developer: { customerManagedPolicies: [{ name: "app", path: "/teams/" }], inlinePolicy: { Statement: [] }, boundary: { managedPolicy: "PowerUserAccess" }, tags: { team: "a" } },
    },
    groups: { developers: { description: "Those who write the software" } },
    assignments: [
      { group: "developers", permissionSet: "Developer", ous: ["Workloads/SDLC"] },
      { user: "ann@acme.com", permissionSet: "Prod-ReadOnly", accounts: ["management"] },
    ],
  },
  roles: { deploy: { trust: { Statement: [] }, path: "/ci/", file: "deploy.json", boundary: { customerManagedPolicy: { name: "limit", file: "limit.json" } } } },
  budgets: { sandboxes: { amount: 100, ous: ["Sandbox"], perAccount: true, notify: [{ at: 80, kind: "forecast", emails: ["lead@acme.com"] }] } },
} satisfies Partial<Organization>;

describe("Identity Center, roles and budgets", () => {
  it("are taken as people write them", () => {
    expect(tell(RIGHT)).toEqual([]);
  });

  it("LF1101: say which keys they take", () => {
    expect(readShape({ ...base, ...permissionSets({ managedPolices: [] }), roles: { x: { trust: {}, boundary: { polcy: "x", managedPolicy: "x" } } }, budgets: { b: { amount: 1, notify: [{ at: 1, kind: "actual", email: [] }] } } }).diagnostics).toMatchObject([
      { summary: 'Permission set "Prod-ReadOnly" has an unknown key "managedPolices".', suggestion: "managedPolicies" },
      { summary: 'The boundary of role "x" has an unknown key "polcy".' },
      { code: "LF1102", summary: 'The 1st notice of budget "b" has no `emails`.' },
      { summary: 'The 1st notice of budget "b" has an unknown key "email".', suggestion: "emails" },
    ]);
  });

  it("LF1110: have names as AWS takes them", () => {
    expect(tell({ identityCenter: { permissionSets: { ["x".repeat(33)]: {}, "a b": {} }, groups: { "": {} } }, roles: { "a/b": { trust: {} } } })).toEqual([
      `LF1110 The name of permission set "${"x".repeat(33)}" has 33 characters, more than 32.`,
      'LF1110 The name of permission set "a b" has characters other than letters, digits and + = , . @ - _.',
      'LF1110 The name of group "" is empty.',
      'LF1110 The name of role "a/b" has characters other than letters, digits and + = , . @ - _.',
    ]);
  });

  it("LF1122: have paths, durations and managed policies as AWS takes them", () => {
    expect(tell(permissionSets({ sessionDuration: "4h", managedPolicies: ["ReadOnlyAccess", "arn:aws:iam::111122223333:policy/own"], customerManagedPolicies: [{ name: "x", path: "teams" }], description: "" }))).toEqual([
      'LF1122 The description of permission set "Prod-ReadOnly" is empty.',
      "LF1122 The session's duration of permission set \"Prod-ReadOnly\" is not a duration as ISO 8601 writes it: \"4h\".",
      'LF1122 The 2nd managed policy of permission set "Prod-ReadOnly" is neither the name nor the ARN of one of AWS\'s own policies: "arn:aws:iam::111122223333:policy/own".',
      'LF1122 The path of the 1st customer managed policy of permission set "Prod-ReadOnly" does not begin and end with a slash, or has characters that AWS does not take: "teams".',
    ]);
  });

  it("LF1122: say one thing where two exclude each other", () => {
    const assignments = [{ permissionSet: "A", accounts: ["x"] }, { group: "g", user: "u", permissionSet: "A", ous: [] }];
    expect(tell({ identityCenter: { assignments }, roles: { r: { trust: {}, boundary: {}, inlinePolicy: {}, file: "x.json" } } })).toEqual([
      "LF1122 Assignment 1 states neither `group` nor `user`.",
      "LF1122 Assignment 2 states both `group` and `user`.",
      "LF1122 Assignment 2 names no accounts.",
      'LF1112 Role "r" states both `inlinePolicy` and `file`.',
      'LF1122 The boundary of role "r" states neither `managedPolicy` nor `customerManagedPolicy`.',
    ]);
  });

  it("LF1123: have amounts above zero, and tell as many as AWS lets them", () => {
    const emails = Array.from({ length: 11 }, (_, index) => `p${index}@acme.com`);
    const notify = [{ at: 0, kind: "actual", emails }, ...Array.from({ length: 10 }, () => ({ at: 90, kind: "forecasted", emails: [] }))];
    const told = tell({ budgets: { "a:b": { amount: -1, period: "daily", notify } } });
    expect([...new Set(told.map((one) => one.replace(/\d+(st|nd|rd|th)/, "nth")))]).toEqual([
      'LF1123 The amount of budget "a:b" is not above zero: "-1".',
      'LF1105 `period` of budget "a:b" cannot be "daily".',
      'LF1123 The amount of the nth notice of budget "a:b" is not above zero: "0".',
      'LF1105 `kind` of the nth notice of budget "a:b" cannot be "forecasted".',
      'LF1114 `emails` of the nth notice of budget "a:b" is empty.',
      'LF1123 The name of budget "a:b" has a colon or a backslash.',
      'LF1123 `notify` of budget "a:b" has 11 notices, more than 10.',
      'LF1123 `emails` of the nth notice of budget "a:b" has 11 addresses, more than 10.',
    ]);
  });

  it("LF1111: count the tags of permission sets", () => {
    expect(tell(permissionSets({ tags: { "aws:x": "1" } }))).toEqual(['LF1111 The tag key of permission set "Prod-ReadOnly" begins with aws:, which is reserved: "aws:x".']);
  });
});
