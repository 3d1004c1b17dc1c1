import { describe, expect, it } from "vitest";
import type { Organization } from "../../organization/index.ts";
import { maturityOf, STEPS } from "./index.ts";

const empty: Organization = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
const isOn = (organization: Organization, title: string): boolean | undefined => maturityOf(organization).steps.flatMap(({ capabilities }) => capabilities).find((capability) => capability.title === title)?.isOn;

describe("maturity", () => {
  it("follows the five steps, and begins with the first", () => {
    const { steps, on, of, next } = maturityOf(empty);
    expect(steps.map(({ title }) => title)).toEqual(["Accounts", "Central security view", "Federation", "Classified environments", "Permission controls"]);
    expect([on, of]).toEqual([0, STEPS.flatMap(({ capabilities }) => capabilities).length]);
    expect(next).toMatchObject({ step: "Accounts", title: "Workloads have accounts of their own" });
  });

  it.each<[string, Partial<Organization>]>([
    ["Workloads have accounts of their own", { root: { accounts: { shop: {} } } }],
    ["Every account has an owner", { root: { accounts: { shop: { owner: "a" } } } }],
    ["Logs go to an account of their own", { ous: { Security: { accounts: { "log-archive": {} } } } }],
    ["Threats are found from one account", { delegatedAdministrators: { "guardduty.amazonaws.com": ["a"] } }],
    ["Groups have permission sets in accounts", { identityCenter: { assignments: [{ group: "g", permissionSet: "P", ous: ["root"] }] } }],
    ["Root users of members are held centrally", { rootAccess: ["RootCredentialsManagement"] }],
    ["Production is apart from what comes before it", { ous: { Workloads: { ous: { Prod: { accounts: { a: { stage: "prod" } } }, SDLC: { accounts: { b: { stage: "dev" } } } } } } }],
    ["No account can leave the organization", { policies: { p: { type: "scp", document: { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "organizations:Leave*", Resource: "*" } } } }, root: { policies: ["p"] } }],
    ["Data stays with the organization's own people", { policies: { p: { type: "rcp", document: { Version: "2012-10-17", Statement: [] } } }, root: { policies: ["p"] } }],
  ])("%s where the file says so", (title, more) => {
    expect(isOn(empty, title)).toBe(false);
    expect(isOn({ ...empty, ...more }, title)).toBe(true);
  });

  it("does not count a policy that is attached nowhere, nor production among what comes before it", () => {
    expect(isOn({ ...empty, policies: { p: { type: "scp", document: { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } } } } }, "No account can leave the organization")).toBe(false);
    expect(isOn({ ...empty, ous: { Prod: { accounts: { a: { stage: "dev" } } } } }, "Production is apart from what comes before it")).toBe(false);
  });
});
