import type { PolicyKind } from "../ids/index.ts";
import { policyTypeFacts } from "../limits/index.ts";
import type { TargetDraft } from "./draft.ts";
import type { Finding } from "./tally.ts";

/** An attachment that AWS would take, but for its limit per target. */
export interface Wanted {
  readonly finding: Finding;
  /** The policy's key in the organization file. */
  readonly policy: string;
  readonly kind: PolicyKind;
  /** Whether the policy stands in for AWS's own FullAWSAccess. */
  readonly allowList: boolean;
  readonly target: TargetDraft;
}

/** Decides about every attachment, target by target and type by type. */
export function attachWanted(wanted: readonly Wanted[]): void {
  for (const target of new Set(wanted.map((each) => each.target))) {
    const here = wanted.filter((each) => each.target === target);
    for (const kind of new Set(here.map((each) => each.kind))) attachTo(target, kind, here.filter((each) => each.kind === kind));
  }
}

/**
 * Attaches what fits. An allow list takes AWS's own FullAWSAccess away from its target; where none could be carried
 * it stays, or the accounts below could do nothing at all.
 */
function attachTo(target: TargetDraft, kind: PolicyKind, wanted: readonly Wanted[]): void {
  const { maxPerTarget, awsManaged, title } = policyTypeFacts(kind);
  const allowList = wanted.some((each) => each.allowList);
  if (allowList) target.fullAwsAccess = false;
  const byAws = awsManaged === undefined || (allowList && awsManaged.detachable) ? 0 : 1;
  const fitting = new Set([...wanted.filter((each) => each.allowList), ...wanted.filter((each) => !each.allowList)].slice(0, maxPerTarget - byAws));
  const most = `AWS allows ${maxPerTarget} of a ${title} on one target${awsManaged === undefined ? "" : `, ${awsManaged.name} among them`}`;
  for (const each of wanted) {
    if (fitting.has(each)) {
      target.policies.push(each.policy);
      each.finding.carry();
    } else {
      each.finding.leave(most, "Merge policies, or attach this one further up or down.");
    }
  }
}
