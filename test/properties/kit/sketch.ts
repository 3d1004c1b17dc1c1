import type { Account, AccountState, Organization, OrganizationalUnit, Policy, Tags } from "../../../src/organization/index.ts";
import type { PolicyDocument, PolicyStatement } from "../../../src/policy/index.ts";

/** The root (an empty path) or an OU, by its names joined with slashes. */
export interface Place {
  readonly path: string;
  policies: string[];
  full: boolean;
  tags: Tags;
}

export interface SketchedAccount {
  at: string;
  policies: string[];
  full: boolean;
  tags: Tags;
  state: AccountState;
  /** The key it had in the organization before: the file states its id. */
  was?: string;
}

/** An organization in a flat form that is easy to change at random, and to make smaller. */
export interface Sketch {
  tags: Tags;
  policies: Record<string, { type: "scp" | "rcp"; description: string; tags: Tags; statements: PolicyStatement[] }>;
  places: Place[];
  accounts: Record<string, SketchedAccount>;
}

/** An id that is known only once the organization before is there: that of the account with this key. */
export const idOfAccount = (key: string): string => `the id of ${key}`;

export const parentPath = (path: string): string => path.split("/").slice(0, -1).join("/");

/** Takes out what could not be declared, so that any change to a sketch leaves a valid one. */
export function repaired(sketch: Sketch): Sketch {
  const paths = new Set([""]);
  // Parents first: shorter paths come before those below them.
  const places = sketch.places.toSorted((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1)).filter(({ path }) => {
    const stands = path === "" || paths.has(parentPath(path));
    if (stands) paths.add(path);
    return stands;
  });
  const whole = Object.entries(sketch.policies).map(([key, policy]) => [key, { ...policy, statements: policy.statements.filter(saysSomething) }] as const);
  const policies = Object.fromEntries(whole.filter(([, { statements }]) => statements.length > 0));
  const attached = <T extends { policies: string[]; full: boolean }>(holder: T): T => {
    const left = holder.policies.filter((key) => policies[key] !== undefined);
    // AWS keeps one SCP everywhere, and an account below a place without an Allow could do nothing.
    const allows = left.some((key) => policies[key]?.type === "scp" && policies[key].statements.some(({ Effect }) => Effect === "Allow"));
    return { ...holder, policies: left, full: holder.full || !allows };
  };
  const accounts = Object.entries(sketch.accounts).map(([key, account]): [string, SketchedAccount] => [key, attached({ ...account, at: paths.has(account.at) ? account.at : "" })]);
  return { tags: sketch.tags, policies, places: places.map(attached), accounts: Object.fromEntries(accounts) };
}

const saysSomething = ({ Action, NotAction }: PolicyStatement): boolean => (Action ?? NotAction ?? []).length > 0;

/** What a second sketch may not say after a first: names that moved on must be told apart from new ones. */
export function repairedAfter(before: Sketch, sketch: Sketch): Sketch {
  const after = repaired(sketch);
  const claimed = new Set<string>();
  for (const [key, account] of Object.entries(after.accounts)) {
    const { was } = account;
    if (was === undefined) continue;
    const taken = after.accounts[was] !== undefined || before.accounts[key] !== undefined || claimed.has(was);
    if (taken || !isThere(before, was)) delete account.was;
    else claimed.add(was);
  }
  return after;
}

/** Whether an account of this key exists once the sketch has been applied to nothing. */
export const isThere = (sketch: Sketch, key: string): boolean => sketch.accounts[key] !== undefined && sketch.accounts[key].state !== "closed";

/** The organization file of a sketch; `before` says which accounts are new. */
export function organizationOf(sketch: Sketch, before?: Sketch): Organization {
  const policies = Object.entries(sketch.policies).map(([key, policy]): [string, Policy] => {
    const document: PolicyDocument = { Version: "2012-10-17", Statement: policy.statements };
    return [key, { type: policy.type, ...(policy.description === "" ? {} : { description: policy.description }), ...tagged(policy.tags), document }];
  });
  return {
    name: "acme",
    homeRegion: "eu-west-1",
    regions: ["eu-west-1"],
    accountEmail: "aws+{account}@acme.example",
    ...tagged(sketch.tags),
    ...(policies.length === 0 ? {} : { policies: Object.fromEntries(policies) }),
    root: nodeOf(sketch, "", before),
    ...below(sketch, "", before),
  };
}

function below(sketch: Sketch, path: string, before: Sketch | undefined): { ous?: Record<string, OrganizationalUnit> } {
  const children = sketch.places.filter((place) => place.path !== "" && parentPath(place.path) === path);
  if (children.length === 0) return {};
  return { ous: Object.fromEntries(children.map((place) => [place.path.split("/").at(-1) ?? "", { ...nodeOf(sketch, place.path, before), ...below(sketch, place.path, before) }])) };
}

function nodeOf(sketch: Sketch, path: string, before: Sketch | undefined): OrganizationalUnit {
  const place = sketch.places.find((candidate) => candidate.path === path);
  const accounts = Object.entries(sketch.accounts).filter(([, { at }]) => at === path);
  return {
    ...(place === undefined ? {} : { ...attachedTo(place), ...tagged(place.tags) }),
    ...(accounts.length === 0 ? {} : { accounts: Object.fromEntries(accounts.map(([key, account]) => [key, accountOf(key, account, before)])) }),
  };
}

function accountOf(key: string, account: SketchedAccount, before: Sketch | undefined): Account {
  const isNew = before !== undefined && account.was === undefined && !isThere(before, key);
  return {
    ...attachedTo(account),
    ...tagged(account.tags),
    ...(account.state === "active" ? {} : { state: account.state }),
    ...(account.was === undefined ? {} : { id: idOfAccount(account.was) }),
    ...(isNew ? { new: true as const } : {}),
  };
}

const attachedTo = ({ policies, full }: { readonly policies: readonly string[]; readonly full: boolean }) => ({
  ...(policies.length === 0 ? {} : { policies }),
  ...(full ? {} : { fullAwsAccess: false }),
});

const tagged = (tags: Tags): { tags?: Tags } => (Object.keys(tags).length === 0 ? {} : { tags });
