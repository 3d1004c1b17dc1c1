import type { ValuePath } from "../../diagnostics/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { type Address, contactAddress, DELEGATION_POLICY, kindOfAddress, policyAddress, rootAccessAddress } from "../../ids/index.ts";
import { MANAGEMENT_ACCOUNT } from "../../inventory/index.ts";
import { contactsOf } from "../../organization/index.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** Statements name one side of the file each: what is declared, or what is not. */
export const statementsApply: Rule = {
  code: "LF2019",
  name: "statements-apply",
  severity: "error",
  source: "Organization.moved, adopt and remove",
  check(subject) {
    const declared = declaredIn(subject);
    const { moved = {}, adopt = [], remove = [] } = subject.organization;
    return [
      ...Object.entries(moved).flatMap(([from, to]) => movedFindings(from, to, declared)),
      ...adopt.flatMap((address, index) => missing(address, ["adopt", index], `adopt names ${address}, which the file does not declare.`, declared)),
      ...remove.flatMap((address, index) => present(address, ["remove", index], `remove names ${address}, which the file declares.`, declared)),
    ];
  },
};

function movedFindings(from: Address, to: Address, declared: ReadonlySet<Address>): Finding[] {
  const path = ["moved", from];
  if (kindOfAddress(from) !== kindOfAddress(to)) {
    return [{ path, summary: `moved turns ${from} into ${to}, a thing of another kind.`, fix: "Name two things of one kind." }];
  }
  return [
    ...missing(to, path, `moved leads to ${to}, which the file does not declare.`, declared),
    ...present(from, path, `moved starts at ${from}, which the file still declares.`, declared),
  ];
}

function missing(address: Address, path: ValuePath, summary: string, declared: ReadonlySet<Address>): Finding[] {
  if (declared.has(address)) return [];
  const suggestion = nearest(address, declared);
  return [{ path, summary, fix: "Write the address of something in this file.", ...(suggestion === undefined ? {} : { suggestion }) }];
}

const present = (address: Address, path: ValuePath, summary: string, declared: ReadonlySet<Address>): Finding[] =>
  declared.has(address) ? [{ path, summary, fix: "Remove one of the two." }] : [];

const declaredIn = ({ organization, nodes, accounts, packs }: Subject): ReadonlySet<Address> =>
  new Set([
    ...(organization.delegationPolicy === undefined ? [] : [DELEGATION_POLICY]),
    ...(organization.rootAccess ?? []).map(rootAccessAddress),
    ...contactsOf(organization).flatMap(({ account = MANAGEMENT_ACCOUNT, contacts }) => Object.keys(contacts).map((type) => contactAddress(type, account))),
    ...nodes.map(({ address }) => address),
    ...accounts.map(({ address }) => address),
    ...Object.entries(organization.policies ?? {}).map(([key, { type, name }]) => policyAddress(type, name ?? key)),
    ...packs.map(({ kind, name }) => policyAddress(kind, name)),
  ]);
