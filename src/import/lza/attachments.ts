import { nearest } from "../../diagnostics/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { PolicyKind } from "../../ids/index.ts";
import { isAuthorizationKind, policyTypeFacts } from "../../limits/index.ts";
import type { TargetDraft } from "../draft.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { type CarriedAccounts, MANAGEMENT_NAME } from "./accounts.ts";
import { normalizePath, type OuTree } from "./organizational-units.ts";
import type { FoundPolicy } from "./policies.ts";
import { itemsOf, mapping } from "../shape.ts";

/** An attachment that AWS would take, but for its limit per target. */
interface Wanted {
  readonly finding: Finding;
  readonly policy: string;
  readonly kind: PolicyKind;
  readonly allowList: boolean;
  readonly target: TargetDraft;
}

export interface Targets {
  readonly ous: OuTree;
  readonly accounts: CarriedAccounts;
}

export function attachPolicies(found: readonly FoundPolicy[], targets: Targets, tally: Tally, problems: Diagnostic[]): void {
  for (const { key, item, name, list } of found) {
    if (key === undefined && list.kind === "scp" && isAllowList(item)) {
      tally.note(`Policy ${name} is an allow list and could not be carried; its targets keep FullAWSAccess.`, item.place);
    }
  }
  const wanted = found.flatMap((policy) => wantedBy(policy, targets, tally, problems));
  for (const target of new Set(wanted.map((each) => each.target))) {
    const here = wanted.filter((each) => each.target === target);
    for (const kind of new Set(here.map((each) => each.kind))) attachTo(target, kind, here.filter((each) => each.kind === kind));
  }
}

function wantedBy(policy: FoundPolicy, targets: Targets, tally: Tally, problems: Diagnostic[]): Wanted[] {
  const stated = memberOf(policy.item, "deploymentTargets");
  const deployment = stated === undefined ? undefined : mapping(stated, "`deploymentTargets`", problems);
  const named = (["organizationalUnits", "accounts"] as const).flatMap((list) =>
    itemsOf(deployment, list, problems).map((item) => ({ list, item, name: item.kind === "scalar" ? item.text : "(no name)" })),
  );
  const { key, list: { kind, ousOnly, title } } = policy;
  if (ousOnly && key !== undefined && named.some(({ list }) => list === "accounts")) {
    tally.note(`Policy ${policy.name}: LZA attaches a ${title} to OUs only and passes over the accounts it names; here it is attached to them.`, memberOf(stated, "accounts")?.place);
  }
  const seen = new Set<TargetDraft>();
  return named.flatMap(({ list, item, name }): Wanted[] => {
    const finding = tally.find("attachment", `${policy.name} > ${name}`, item.place);
    if (key === undefined) {
      finding.leave(`the policy ${policy.name} is not carried`);
      return [];
    }
    const target = list === "accounts" ? targets.accounts.byName.get(name) : targets.ous.find(name);
    if (target === undefined) {
      leaveUnknown(finding, name, list, kind, targets);
      return [];
    }
    if (seen.has(target)) {
      finding.leave("the policy is attached there already");
      return [];
    }
    seen.add(target);
    return [{ finding, policy: key, kind, allowList: isAllowList(policy.item) && kind === "scp", target }];
  });
}

const isAllowList = (item: YamlNode): boolean => textOf(item, "strategy") === "allow-list";

function leaveUnknown(finding: Finding, name: string, list: "organizationalUnits" | "accounts", kind: PolicyKind, { ous, accounts }: Targets): void {
  if (list === "organizationalUnits") {
    const suggestion = nearest(normalizePath(name), ous.paths);
    finding.leave(`the OU ${name} is not carried: ${ous.whyNot(name)}`, suggestion === undefined ? undefined : `Did you mean ${suggestion}?`);
  } else if (name === MANAGEMENT_NAME && accounts.hasManagement) {
    if (isAuthorizationKind(kind)) finding.leave("service and resource control policies do not bind the management account");
    else finding.leave("the organization file attaches nothing to the management account itself", "What is attached to the root holds for the management account too.");
  } else {
    const why = accounts.left.get(name);
    const suggestion = nearest(name, accounts.byName.keys());
    finding.leave(why === undefined ? `accounts-config.yaml has no account ${name}` : `the account is not carried: ${why}`, suggestion === undefined ? undefined : `Did you mean ${suggestion}?`);
  }
}

/**
 * Attaches what fits. As LZA does, the strategy `allow-list` takes AWS's own FullAWSAccess away from the policy's
 * targets; where no such policy could be carried it stays, or the accounts below could do nothing at all.
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
