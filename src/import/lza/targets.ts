import type { Diagnostic } from "../../diagnostics/index.ts";
import { nameOfAddress, ouAddress } from "../../ids/index.ts";
import { MANAGEMENT_KEY } from "../../organization/index.ts";
import type { NodeDraft } from "../draft.ts";
import { itemsOf } from "../shape.ts";
import { memberOf, type YamlNode } from "../yaml-node.ts";
import { MANAGEMENT_NAME } from "./accounts.ts";
import type { Targets } from "./attachments.ts";

/** What one name among deployment targets means in the organization file. */
export interface Target {
  readonly name: string;
  readonly item: YamlNode;
  /** Absent where it could be resolved. */
  readonly why?: string;
  readonly accounts: readonly string[];
  readonly ous: readonly string[];
}

/**
 * The accounts and OUs of a `deploymentTargets`. LZA's root holds the management account too, which the organization
 * file names apart; where accounts are excluded, those that remain are named one by one.
 */
export function targetsOf(node: YamlNode | undefined, targets: Targets, problems: Diagnostic[]): Target[] {
  const excluded = new Set(textsOf(node, "excludedAccounts", problems).map(({ name }) => name));
  return [
    ...textsOf(node, "organizationalUnits", problems).map(({ name, item }) => ouTarget(name, item, excluded, targets)),
    ...textsOf(node, "accounts", problems).map(({ name, item }) => accountTarget(name, item, targets)),
  ];
}

const textsOf = (node: YamlNode | undefined, key: string, problems: Diagnostic[]): { readonly name: string; readonly item: YamlNode }[] =>
  itemsOf(node, key, problems).map((item) => ({ item, name: item.kind === "scalar" ? item.text : "(no name)" }));

const left = (name: string, item: YamlNode, why: string): Target => ({ name, item, why, accounts: [], ous: [] });

function ouTarget(name: string, item: YamlNode, excluded: ReadonlySet<string>, { ous, accounts }: Targets): Target {
  const node = ous.find(name);
  if (node === undefined) return left(name, item, `the OU ${name} is not carried: ${ous.whyNot(name)}`);
  const isRoot = node.names.length === 0;
  const management = isRoot && accounts.hasManagement && !excluded.has(MANAGEMENT_NAME) ? [MANAGEMENT_KEY] : [];
  const below = accountsBelow(node);
  const out = new Set([...excluded].flatMap((each) => accounts.keys.get(each) ?? []));
  if (!below.some((key) => out.has(key))) return { name, item, accounts: management, ous: [isRoot ? "root" : nameOfAddress(ouAddress(node.names))] };
  const rest = [...management, ...below.filter((key) => !out.has(key))];
  return rest.length === 0 ? left(name, item, "every account in it is excluded") : { name, item, accounts: rest, ous: [] };
}

function accountTarget(name: string, item: YamlNode, { accounts }: Targets): Target {
  if (name === MANAGEMENT_NAME && accounts.hasManagement) return { name, item, accounts: [MANAGEMENT_KEY], ous: [] };
  const key = accounts.keys.get(name);
  if (key !== undefined) return { name, item, accounts: [key], ous: [] };
  const why = accounts.left.get(name);
  return left(name, item, why === undefined ? `accounts-config.yaml has no account ${name}` : `the account is not carried: ${why}`);
}

const accountsBelow = (node: NodeDraft): string[] => [...node.accounts.keys(), ...[...node.ous.values()].flatMap(accountsBelow)];

/** The keys and paths of several targets, each once. */
export const placesOf = (targets: readonly Target[]): { accounts?: string[]; ous?: string[] } => {
  const accounts = [...new Set(targets.flatMap((target) => target.accounts))];
  const ous = [...new Set(targets.flatMap((target) => target.ous))];
  return { ...(accounts.length === 0 ? {} : { accounts }), ...(ous.length === 0 ? {} : { ous }) };
};

/** Regions have no say in who enters accounts and what is spent in them. */
export const targetMember = (item: YamlNode): YamlNode | undefined => memberOf(item, "deploymentTargets");
