import type { PolicyKind } from "../../../src/ids/index.ts";
import type { AccountState, Contacts, RootAccess, Tags } from "../../../src/organization/index.ts";
import type { PolicyStatement } from "../../../src/policy/index.ts";
import { isSettingsKind } from "./settings.ts";

/** The root (an empty path) or an OU, by its names joined with slashes. */
export interface Place {
  readonly path: string;
  policies: string[];
  full: boolean;
  tags: Tags;
  /** The path it had in the organization before: the file says moved. */
  was?: string;
}

export interface SketchedAccount {
  at: string;
  policies: string[];
  full: boolean;
  tags: Tags;
  state: AccountState;
  /** One that was outside and is invited; which keys may be, see `GUESTS`. */
  invited?: true;
  /** The key it had in the organization before, and how the file says so. */
  was?: string;
  by?: "id" | "moved";
}

export interface SketchedPolicy {
  type: PolicyKind;
  /** Its name in AWS, where that is not its key. */
  name?: string;
  /** The name it had in the organization before: the file says moved. */
  was?: string;
  description: string;
  tags: Tags;
  /** Of one that grants or denies. */
  statements: PolicyStatement[];
  /** Which document of its type, where those are settings. */
  variant: 0 | 1;
}

/** What becomes of an OU and a policy that others made by hand, once the second organization is applied. */
export type Fate = "left" | "declared" | "adopted" | "removed";

/** An organization in a flat form that is easy to change at random, and to make smaller. */
export interface Sketch {
  tags: Tags;
  policies: Record<string, SketchedPolicy>;
  places: Place[];
  accounts: Record<string, SketchedAccount>;
  /** Services with trusted access. */
  services: string[];
  /** Keys of accounts that administer a service, by its principal. */
  administrators: Record<string, string[]>;
  /** The contacts of all accounts: each one of two. */
  contacts: Partial<Record<ContactType, 0 | 1>>;
  /** What of centralized root access is on. */
  rootAccess: RootAccess[];
  /** The key in the first organization of an account that the delegation policy speaks of. */
  delegate?: string;
  /** Addresses that the file says remove of. */
  remove: string[];
  /** Of the second organization only. */
  byHand?: Fate;
}

/** Accounts that are outside at first: ids by the keys that they go by. */
export const GUESTS: Readonly<Record<string, string>> = { a8: "900000000008", a9: "900000000009" };

/** Types of contacts, as the file has them. */
export type ContactType = keyof Contacts;

export const parentPath = (path: string): string => path.split("/").slice(0, -1).join("/");

export const policyName = (key: string, { name = key }: Pick<SketchedPolicy, "name">): string => name;

/** Takes out what could not be declared, so that any change to a sketch leaves a valid one. */
export function repaired(sketch: Sketch): Sketch {
  const places = standing(sketch.places);
  const paths = new Set(places.map(({ path }) => path));
  const policies = usable(sketch.policies);
  const attached = <T extends { policies: string[]; full: boolean }>(holder: T): T => {
    const left = [...new Set(holder.policies)].filter((key) => policies[key] !== undefined);
    // AWS keeps one SCP everywhere, and an account below a place without an Allow could do nothing.
    const allows = left.some((key) => policies[key]?.type === "scp" && policies[key].statements.some(({ Effect }) => Effect === "Allow"));
    return { ...holder, policies: left, full: holder.full || !allows };
  };
  const accounts = Object.fromEntries(Object.entries(sketch.accounts).map(([key, account]): [string, SketchedAccount] => [key, attached({ ...account, at: paths.has(account.at) ? account.at : "" })]));
  const administrators = Object.entries(sketch.administrators).map(([service, keys]) => [service, keys.filter((key) => accounts[key] !== undefined && accounts[key].state !== "closed")] as const);
  return { ...sketch, policies, places: places.map(attached), accounts, administrators: Object.fromEntries(administrators.filter(([, keys]) => keys.length > 0)) };
}

/** Levels of OUs that AWS allows. */
export const DEPTH = 5;

/** Places whose parents are there, parents first. */
function standing(places: readonly Place[]): Place[] {
  const paths = new Set([""]);
  const byDepth = places.toSorted((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1));
  return byDepth.filter(({ path }) => {
    const stands = path === "" || (paths.has(parentPath(path)) && path.split("/").length <= DEPTH);
    if (stands) paths.add(path);
    return stands;
  });
}

/** Policies that say something, each under a name of its own. */
function usable(policies: Sketch["policies"]): Sketch["policies"] {
  const names = new Set<string>();
  const whole = Object.entries(policies).map(([key, policy]): [string, SketchedPolicy] => [key, { ...policy, statements: policy.statements.filter(saysSomething) }]);
  return Object.fromEntries(
    whole.filter(([key, policy]) => {
      const name = `${policy.type}/${policyName(key, policy)}`;
      const isUsable = !names.has(name) && (isSettingsKind(policy.type) || policy.statements.length > 0);
      names.add(name);
      return isUsable;
    }),
  );
}

const saysSomething = ({ Action, NotAction }: PolicyStatement): boolean => (Action ?? NotAction ?? []).length > 0;

/** Whether an account of this key exists once the sketch has been applied to nothing. */
export const isThere = (sketch: Sketch, key: string): boolean => sketch.accounts[key] !== undefined && sketch.accounts[key].state !== "closed";
