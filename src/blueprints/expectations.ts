import type { Expectation, GuardrailUse } from "../organization/index.ts";
import { type Draft, ouAt, ousOf } from "./draft.ts";
import { PROMISES, type Promised } from "./promises.ts";

/** Stages before production, by the names that blueprints and extras give their OUs; production beside them. */
const EARLY = ["Workloads/SDLC", "Workloads/NonProd", "Workloads/Test", "Workloads/Dev", "Workloads/PreProd", "Workloads/Stage"];
const PRODUCTION = "Workloads/Prod";

/** What an organization may expect of access, by name: what its guardrails promise, and what tells its places apart. */
export function expectationsOf(draft: Draft): Record<string, Expectation> {
  const guarded = PROMISES.filter(({ expectation: { who = [] } }) => draft.people !== undefined || !who.includes("permission-set/*")).flatMap((promise): [string, Expectation][] => {
    const ous = ousOf(draft).filter(({ ou }) => promise.guardrails.every((guardrail) => ou.guardrails?.includes(guardrail) === true)).map(({ path }) => path || "root");
    return ous.length === 0 ? [] : [[promise.name, ous.includes("root") ? promise.expectation : { ...letThrough(promise, draft), ous }]];
  });
  return Object.fromEntries([...guarded, ...apart(draft), ...developers(draft)]);
}

/** With those whom the settings of its guardrails let through. */
function letThrough({ guardrails, expectation }: Promised, { settings = {} }: Draft): Omit<Expectation, "ous"> {
  const named = guardrails.flatMap((guardrail) => namesIn(settings[guardrail] ?? {}));
  return named.length === 0 ? expectation : { ...expectation, only: [...(expectation.only ?? []), ...named] };
}

const namesIn = ({ deployers, makers, permissionSets }: GuardrailUse): string[] => [...[deployers ?? makers ?? []].flat().map((name) => `role/${name}`), ...[permissionSets ?? []].flat().map((name) => `permission-set/${name}`)];

const CHANGES = ["ec2:RunInstances", "s3:CreateBucket", "lambda:CreateFunction"];

/** Developers build before production, and change nothing in it; where they have nothing there, they can do nothing. */
function developers(draft: Draft): [string, Expectation][] {
  const who = ["group/developers"];
  const { permissionSets = {}, assignments = [] } = draft.people ?? {};
  const mine = assignments.filter(({ group }) => group === "developers");
  const early = mine.flatMap(({ permissionSet, ous = [] }) => ous.filter((path) => EARLY.includes(path) && ouAt(draft, path) !== undefined).map((path) => ({ path, permissionSet })));
  const isAdministrator = early.every(({ permissionSet }) => permissionSets[permissionSet]?.managedPolicies?.includes("AdministratorAccess") === true);
  const enter = mine.some(({ ous = [] }) => ous.includes(PRODUCTION));
  const isKept = ouAt(draft, PRODUCTION)?.guardrails?.includes("people-read-only") === true;
  return [
    ...named(early, "developers build before production", { who, can: [...CHANGES, ...(isAdministrator ? ["iam:CreateRole"] : [])], ous: early.map(({ path }) => path) }),
    ...(early.length === 0 || (enter && !isKept) ? [] : named([PRODUCTION], "developers change nothing in production", { who, cannot: enter ? [...CHANGES, "iam:CreateRole"] : ["*"], ous: [PRODUCTION] })),
  ];
}

/** What a guardrail keeps apart: the members of each place inside their own account, production closed where development is open. */
function apart(draft: Draft): [string, Expectation][] {
  const bound = (path: string, guardrail: string): boolean => ousOf(draft).some(({ path: at, ou }) => (at === "" || path === at || path.startsWith(`${at}/`)) && ou.guardrails?.includes(guardrail) === true);
  const isThere = (path: string): boolean => ouAt(draft, path) !== undefined;
  const early = EARLY.filter((path) => isThere(path) && isThere(PRODUCTION));
  const open = early.filter((path) => !["deny-public-s3-requests", "org-identities-only"].some((guardrail) => bound(path, guardrail)));
  const bounded = early.filter((path) => bound(path, "stay-in-account"));
  const data = ["Workloads", "Infrastructure", "Security"].filter(isThere);
  return [
    ...named(open, "public buckets are possible before production", { because: "The policy of a bucket decides there.", who: ["outsiders"], can: ["s3:GetObject"], ous: open }),
    ...named(open, "administrators open them", { who: ["administrator"], can: ["s3:PutBucketPolicy", "s3:PutAccountPublicAccessBlock"], ous: open }),
    ...named(bounded, "development cannot touch production", { because: "Even where a role or a bucket there trusts too much.", ous: bounded, isolated: [PRODUCTION] }),
    ...(isThere("Sandbox") && bound("Sandbox", "stay-in-account") ? named(data, "sandboxes reach no company data", { ous: ["Sandbox"], isolated: data }) : []),
  ];
}

const named = (places: readonly unknown[], name: string, expectation: Expectation): [string, Expectation][] => (places.length === 0 ? [] : [[name, expectation]]);
