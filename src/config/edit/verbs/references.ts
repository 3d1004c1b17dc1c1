import { isDeepStrictEqual } from "node:util";
import { nameOfAddress, ouAddress } from "../../../ids/index.ts";
import type { Organization } from "../../../organization/index.ts";
import type { Edit } from "../edit.ts";

interface Named {
  readonly accounts?: readonly string[];
  readonly ous?: readonly string[];
  /** Accounts by key and OUs by path. */
  readonly isolated?: readonly string[];
}

const LISTS = ["accounts", "ous", "isolated"] as const;

/** What else in the file names an account by its key: those who administer services, assignments, roles, budgets and expectations. */
export function keyReferences(organization: Organization, key: string, to: string): Edit[] {
  const instead = (keys: readonly string[]): string[] => keys.map((each) => (each === key ? to : each));
  const services = Object.entries(organization.delegatedAdministrators ?? {})
    .filter(([, keys]) => keys.includes(key))
    .map(([service, keys]): Edit => ({ kind: "set", path: ["delegatedAdministrators", service], value: instead(keys) }));
  return [...services, ...inPlaces(organization, (named) => replacing(named, ["accounts", "isolated"], instead))];
}

/** What else in the file names an OU or one below it by its path. */
export function ouReferences(organization: Organization, names: readonly string[], to: readonly string[]): Edit[] {
  const before = nameOfAddress(ouAddress(names));
  const after = nameOfAddress(ouAddress(to));
  const instead = (ou: string): string => (ou === before || ou.startsWith(`${before}/`) ? `${after}${ou.slice(before.length)}` : ou);
  return inPlaces(organization, (named) => replacing(named, ["ous", "isolated"], (paths) => paths.map(instead)));
}

function replacing<T extends Named>(named: T, lists: readonly (keyof Named)[], instead: (names: readonly string[]) => string[]): T {
  return lists.reduce<T>((changed, list) => (changed[list] === undefined ? changed : { ...changed, [list]: instead(changed[list]) }), named);
}

function inPlaces(organization: Organization, change: <T extends Named>(named: T) => T): Edit[] {
  const { identityCenter, roles = {}, budgets = {}, expectations = {} } = organization;
  const lists = ([kind, named]: readonly [string, Readonly<Record<string, Named>>]): Edit[] =>
    Object.entries(named).flatMap(([name, one]) => LISTS.flatMap((list): Edit[] => {
      const value = change(one)[list];
      return isDeepStrictEqual(value, one[list]) ? [] : [{ kind: "set", path: [kind, name, list], value }];
    }));
  const { assignments = [] } = identityCenter ?? {};
  const changed = assignments.map((assignment) => change(assignment));
  // An edit has no path into a list, so that of the assignments is written as a whole.
  const assigned: Edit[] = isDeepStrictEqual(changed, assignments) ? [] : [{ kind: "set", path: ["identityCenter", "assignments"], value: changed }];
  return [...assigned, ...lists(["roles", roles]), ...lists(["budgets", budgets]), ...lists(["expectations", expectations])];
}
