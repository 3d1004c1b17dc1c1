import { nearest } from "../../diagnostics/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { PolicyKind } from "../../ids/index.ts";
import { isAuthorizationKind } from "../../limits/index.ts";
import { attachWanted, type Wanted } from "../attach.ts";
import type { TargetDraft } from "../draft.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { type CarriedAccounts, MANAGEMENT_NAME } from "./accounts.ts";
import { normalizePath, type OuTree } from "./organizational-units.ts";
import type { FoundPolicy } from "./policies.ts";
import { itemsOf, mapping } from "../shape.ts";

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
  attachWanted(found.flatMap((policy) => wantedBy(policy, targets, tally, problems)));
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
