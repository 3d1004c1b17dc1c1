import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { expectationFindings, proveExpectations } from "../access/index.ts";
import { nodesOf, type Organization, type OrganizationalUnit } from "../organization/index.ts";
import { loadCatalog } from "../policy/index.ts";
import { blueprint, BLUEPRINTS, DEFAULT_ANSWERS, extrasOf, growsFrom } from "./index.ts";
import { PROMISES } from "./promises.ts";

/** Settings that AWS enforces in a service, and a guardrail about calls of AWS's own services: no expectation speaks of either yet. */
const NOT_SHOWN: readonly string[] = ["deny-public-snapshots-amis", "confused-deputy"];

/** What is expected of places and not of a single guardrail. */
const APART: readonly string[] = ["development cannot touch production", "sandboxes reach no company data"];

const findings = async (organization: Organization) => expectationFindings(proveExpectations(organization, await loadCatalog()).results).map(({ summary }) => summary);

/** The organization with a guardrail taken away wherever it is. */
function without(organization: Organization, guardrail: string): Organization {
  const less = (names: readonly string[] = []): string[] => names.filter((name) => name !== guardrail);
  const cleaned = (ou: OrganizationalUnit): OrganizationalUnit => ({ ...ou, guardrails: less(ou.guardrails), ...(ou.ous === undefined ? {} : { ous: each(ou.ous) }) });
  const each = (ous: Readonly<Record<string, OrganizationalUnit>>): Record<string, OrganizationalUnit> => Object.fromEntries(Object.entries(ous).map(([name, ou]) => [name, cleaned(ou)]));
  const { root = {}, ous = {} } = organization;
  return { ...organization, root: { ...root, guardrails: less(root.guardrails) }, ous: each(ous) };
}

const guardrailsIn = (organization: Organization): string[] => [...new Set(nodesOf(organization).flatMap(({ node }) => node.guardrails ?? []))];

describe.each(BLUEPRINTS.map((one) => [one.name, one] as const))("What the blueprint %s expects", (name, one) => {
  it("holds", async () => {
    const organization = blueprintOrganization(one);
    expect(Object.keys(organization.expectations ?? {}).length).toBeGreaterThanOrEqual(6);
    expect(await findings(organization)).toEqual([]);
  });

  it("holds with every extra, and where the organization has grown", async () => {
    expect(await findings(blueprintOrganization(one, DEFAULT_ANSWERS, { extras: extrasOf(one) }))).toEqual([]);
    for (const smaller of growsFrom(name)) {
      const grownFrom = blueprint(smaller);
      if (grownFrom !== undefined) expect(await findings(blueprintOrganization(one, DEFAULT_ANSWERS, { grownFrom }))).toEqual([]);
    }
  });

  it("fails when a guardrail is taken away", async () => {
    const organization = blueprintOrganization(one);
    const unnoticed: string[] = [];
    for (const guardrail of guardrailsIn(organization)) {
      const own = guardrail === "stay-in-account" ? APART : PROMISES.flatMap((promise) => (promise.guardrails.includes(guardrail) ? [promise.name] : []));
      const expectations = Object.fromEntries(Object.entries(organization.expectations ?? {}).filter(([expected]) => own.includes(expected)));
      if ((await findings(without({ ...organization, expectations }, guardrail))).length === 0) unnoticed.push(guardrail);
    }
    expect(unnoticed.filter((guardrail) => !NOT_SHOWN.includes(guardrail))).toEqual([]);
  });
});

describe("What the blueprint team expects of people", () => {
  const organization = blueprintOrganization(blueprint("team") ?? wrong());
  const { assignments = [] } = organization.identityCenter ?? {};
  const expected = Object.entries(organization.expectations ?? {}).filter(([name]) => name.startsWith("developers"));
  const withAssignments = (...more: typeof assignments): Organization => ({ ...organization, identityCenter: { ...organization.identityCenter, assignments: more }, expectations: Object.fromEntries(expected) });

  it("fails when developers are let into production, and when they are not let into development", async () => {
    expect(await findings(withAssignments(...assignments, { group: "developers", permissionSet: "Developer", accounts: ["workload-prod"] }))).toEqual([expect.stringContaining("developers change nothing in production")]);
    expect(await findings(withAssignments(...assignments.filter(({ group }) => group !== "developers")))).toEqual([expect.stringContaining("developers build before production")]);
  });
});

describe("What a blueprint expects in another partition", () => {
  it("holds there too", async () => {
    expect(await findings(blueprintOrganization(blueprint("full") ?? BLUEPRINTS[0] ?? wrong(), { ...DEFAULT_ANSWERS, homeRegion: "us-gov-west-1", regions: ["us-gov-west-1"] }))).toEqual([]);
  });
});

function wrong(): never {
  throw new Error("there are no blueprints");
}
