import { nearest } from "../../diagnostics/index.ts";
import { nameOfAddress, ROOT } from "../../ids/index.ts";
import { MANAGEMENT_KEY } from "../../organization/index.ts";
import { namersOf } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";

export const accessNamesKnown: Rule = {
  code: "LF2030",
  name: "access-names-known",
  severity: "error",
  source: "Assignment, Role and Budget: they name what the file declares",
  rows: [77],
  check: ({ organization, accounts, nodes }) => {
    const keys = new Set([MANAGEMENT_KEY, ...accounts.map(({ key }) => key)]);
    const ous = new Set([ROOT, ...nodes.slice(1).map(({ address }) => nameOfAddress(address))]);
    const { permissionSets = {}, groups, assignments = [] } = organization.identityCenter ?? {};
    const sets = new Set(Object.keys(permissionSets));
    return [
      ...assignments.flatMap(({ permissionSet, group }, index): Finding[] => {
        const path = ["identityCenter", "assignments", index];
        return [
          ...unknown(permissionSet, sets, "permission set", `Assignment ${index + 1}`, [...path, "permissionSet"]),
          ...(group === undefined || groups === undefined ? [] : unknown(group, new Set(Object.keys(groups)), "group", `Assignment ${index + 1}`, [...path, "group"])),
        ];
      }),
      ...namersOf(organization).flatMap(({ path, words, ...named }) => [
        ...(named.accounts ?? []).flatMap((key, index) => unknown(key, keys, "account", words, [...path, "accounts", index])),
        ...(named.ous ?? []).flatMap((ou, index) => unknown(ou, ous, "OU", words, [...path, "ous", index])),
      ]),
    ];
  },
};

function unknown(name: string, known: ReadonlySet<string>, kind: string, words: string, path: Finding["path"]): Finding[] {
  if (known.has(name)) return [];
  const suggestion = nearest(name, known);
  return [{ path, summary: `${words} names the ${kind} "${name}", which is not in the file.`, ...(suggestion === undefined ? {} : { suggestion }) }];
}
