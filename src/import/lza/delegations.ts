import { nearest } from "../../diagnostics/index.ts";
import type { Tally } from "../tally.ts";
import { isFalse, memberOf, type YamlNode } from "../yaml-node.ts";
import { type CarriedAccounts, MANAGEMENT_NAME } from "./accounts.ts";
import { DELEGATION_RULES, type DelegationSources, type StatedDelegation } from "./delegation-rules.ts";
import type { Refusal } from "../document-refusal.ts";

/** Keys of accounts by the service principal they administer. */
export type CarriedDelegations = ReadonlyMap<string, readonly string[]>;

export function readDelegations(organization: YamlNode, sources: DelegationSources, accounts: CarriedAccounts, tally: Tally): CarriedDelegations {
  const off = isFalse(memberOf(organization, "enable"));
  const carried = new Map<string, string[]>();
  const ownCalls: string[] = [];
  for (const rule of DELEGATION_RULES) {
    const { service, ownCall } = rule;
    const stated = rule.state(sources);
    if (stated === undefined) continue;
    const finding = tally.find("delegation", `${service} > ${stated.account ?? "(no account)"}`, stated.place);
    const key = keyOf(stated, accounts, off);
    if (typeof key !== "string") {
      finding.leave(key.why, key.hint);
      continue;
    }
    finding.carry();
    carried.set(service, [key]);
    if (ownCall !== undefined) ownCalls.push(ownCall);
  }
  if (ownCalls.length > 0) {
    tally.note(`Delegated administrators are registered with AWS Organizations. LZA also tells some services themselves, which landfall leaves to you: ${ownCalls.join(", ")}.`);
  }
  return carried;
}

/** The key of the account that is to administer, or why none can. */
function keyOf({ account, unless }: StatedDelegation, accounts: CarriedAccounts, off: boolean): string | Refusal {
  if (off) return { why: "`enable: false` keeps LZA from delegating" };
  if (unless !== undefined) return { why: unless };
  if (account === undefined) return { why: "nothing names the account that administers it" };
  if (account === MANAGEMENT_NAME) return { why: "AWS does not take the management account for a delegated administrator" };
  const key = accounts.keys.get(account);
  if (key !== undefined) return key;
  const left = accounts.left.get(account);
  if (left !== undefined) return { why: `the account ${account} is not carried: ${left}` };
  const suggestion = nearest(account, accounts.keys.keys());
  return { why: `accounts-config.yaml has no account ${account}`, ...(suggestion === undefined ? {} : { hint: `Did you mean ${suggestion}?` }) };
}
