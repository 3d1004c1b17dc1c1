import type { Expectation } from "../organization/index.ts";
import { type Draft, ouAt, ousOf } from "./draft.ts";
import { PROMISES } from "./promises.ts";

/** Stages before production, by the names that blueprints and extras give their OUs; production beside them. */
const EARLY = ["Workloads/SDLC", "Workloads/NonProd", "Workloads/Test", "Workloads/Dev", "Workloads/PreProd", "Workloads/Stage"];
const PRODUCTION = "Workloads/Prod";

/** What an organization may expect of access, by name: what its guardrails promise, and what tells its places apart. */
export function expectationsOf(draft: Draft): Record<string, Expectation> {
  const guarded = PROMISES.flatMap(({ name, guardrails, expectation }): [string, Expectation][] => {
    const ous = ousOf(draft).filter(({ ou }) => guardrails.every((guardrail) => ou.guardrails?.includes(guardrail) === true)).map(({ path }) => path || "root");
    return ous.length === 0 ? [] : [[name, ous.includes("root") ? expectation : { ...expectation, ous }]];
  });
  return Object.fromEntries([...guarded, ...apart(draft)]);
}

/** The members of each place that a guardrail keeps inside their own account. */
function apart(draft: Draft): [string, Expectation][] {
  const bound = (path: string): boolean => ousOf(draft).some(({ path: at, ou }) => (path === at || path.startsWith(`${at}/`)) && ou.guardrails?.includes("stay-in-account") === true);
  const isThere = (path: string): boolean => ouAt(draft, path) !== undefined;
  const early = EARLY.filter((path) => isThere(path) && isThere(PRODUCTION));
  const open = early.filter((path) => !ousOf(draft).some(({ path: at, ou }) => (path === at || at === "") && ou.guardrails?.includes("deny-public-s3-requests") === true));
  const bounded = early.filter(bound);
  const data = ["Workloads", "Infrastructure", "Security"].filter(isThere);
  return [
    ...(open.length === 0 ? [] : [["public buckets are possible before production", { who: ["administrator"], ous: open, can: ["s3:PutBucketAcl"], when: { "s3:x-amz-acl": "public-read" } }] as [string, Expectation]]),
    ...(bounded.length === 0 ? [] : [["development cannot touch production", { because: "Even where a role or a bucket there trusts too much.", ous: bounded, isolated: [PRODUCTION] }] as [string, Expectation]]),
    ...(bound("Sandbox") ? [["sandboxes reach no company data", { ous: ["Sandbox"], isolated: data }] as [string, Expectation]] : []),
  ];
}
