import type { Account, Organization, OrganizationalUnit, Policy, Tags } from "../../../src/organization/index.ts";
import type { PolicyDocument } from "../../../src/policy/index.ts";
import { BY_HAND } from "./by-hand.ts";
import { isSettingsKind, settingsOf } from "./settings.ts";
import { GUESTS, isThere, parentPath, policyName, type Sketch, type SketchedAccount, type SketchedPolicy } from "./sketch.ts";

/** An id that is known only once the organization before is there: that of the account with this key. */
export const idOfAccount = (key: string): string => `the id of ${key}`;

export const CONTACTS = [
  { name: "Ada", title: "Security", email: "ada@acme.example", phone: "+1 555 0100" },
  { name: "Bob", title: "Security", email: "bob@acme.example", phone: "+1 555 0101" },
] as const;

const delegationTo = (account: string): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "organizations:ListAccounts", Resource: "*" }],
});

/** The organization file of a sketch; `before` says which accounts are new. */
export function organizationOf(sketch: Sketch, before?: Sketch): Organization {
  const { byHand } = sketch;
  const isDeclared = byHand === "declared" || byHand === "adopted";
  const policies = { ...Object.fromEntries(Object.entries(sketch.policies).map(([key, policy]) => [key, policyOf(policy)])), ...(isDeclared ? { [BY_HAND.policy]: BY_HAND.declaredPolicy } : {}) };
  const { ous = {} } = below(sketch, "", before);
  const moved = before === undefined ? {} : movedIn(sketch);
  const remove = [...sketch.remove, ...(byHand === "removed" ? BY_HAND.addresses : [])];
  return {
    name: "acme",
    homeRegion: "eu-west-1",
    regions: ["eu-west-1"],
    accountEmail: "aws+{account}@acme.example",
    ...tagged(sketch.tags),
    ...filled("trustedAccess", sketch.services),
    ...filled("delegatedAdministrators", sketch.administrators),
    ...filled("contacts", Object.fromEntries(Object.entries(sketch.contacts).map(([type, which]) => [type, CONTACTS[which]]))),
    ...filled("rootAccess", sketch.rootAccess),
    ...(sketch.delegate === undefined || !isThere(before ?? sketch, sketch.delegate) ? {} : { delegationPolicy: { document: delegationTo(idOfAccount(sketch.delegate)) } }),
    ...filled("policies", policies),
    root: nodeOf(sketch, "", before),
    ...filled("ous", isDeclared ? { ...ous, [BY_HAND.ou]: {} } : ous),
    ...filled("moved", moved),
    ...filled("adopt", byHand === "adopted" ? BY_HAND.addresses : []),
    ...filled("remove", remove),
  };
}

const filled = <K extends string, T extends object>(key: K, value: T): Partial<Record<K, T>> => (Object.keys(value).length === 0 ? {} : ({ [key]: value } as Partial<Record<K, T>>));

function policyOf({ type, name, description, tags, statements, variant }: SketchedPolicy): Policy {
  return {
    type,
    ...(name === undefined ? {} : { name }),
    ...(description === "" ? {} : { description }),
    ...tagged(tags),
    document: isSettingsKind(type) ? settingsOf(type, variant) : { Version: "2012-10-17", Statement: statements },
  };
}

function movedIn({ places, accounts, policies }: Sketch): Record<string, string> {
  return Object.fromEntries([
    ...places.flatMap(({ path, was }) => (was === undefined ? [] : [[`ou:${was}`, `ou:${path}`]])),
    ...Object.entries(accounts).flatMap(([key, { was, by }]) => (was === undefined || by !== "moved" ? [] : [[`account:${was}`, `account:${key}`]])),
    ...Object.entries(policies).flatMap(([key, policy]) => (policy.was === undefined ? [] : [[`policy:${policy.type}/${policy.was}`, `policy:${policy.type}/${policyName(key, policy)}`]])),
  ]) as Record<string, string>;
}

function below(sketch: Sketch, path: string, before: Sketch | undefined): { ous?: Record<string, OrganizationalUnit> } {
  const children = sketch.places.filter((place) => place.path !== "" && parentPath(place.path) === path);
  return filled("ous", Object.fromEntries(children.map((place) => [place.path.split("/").at(-1) ?? "", { ...nodeOf(sketch, place.path, before), ...below(sketch, place.path, before) }])));
}

function nodeOf(sketch: Sketch, path: string, before: Sketch | undefined): OrganizationalUnit {
  const place = sketch.places.find((candidate) => candidate.path === path);
  const accounts = Object.entries(sketch.accounts).filter(([, { at }]) => at === path);
  return {
    ...(place === undefined ? {} : { ...attachedTo(place), ...tagged(place.tags) }),
    ...filled("accounts", Object.fromEntries(accounts.map(([key, account]) => [key, accountOf(key, account, before)]))),
  };
}

function accountOf(key: string, account: SketchedAccount, before: Sketch | undefined): Account {
  const isGuest = account.invited === true && account.was === undefined;
  const isNew = before !== undefined && account.was === undefined && !isGuest && !isThere(before, key);
  return {
    ...attachedTo(account),
    ...tagged(account.tags),
    ...(account.state === "active" ? {} : { state: account.state }),
    ...(account.was === undefined || account.by === "moved" ? {} : { id: idOfAccount(account.was) }),
    ...(isNew ? { new: true as const } : {}),
    ...(isGuest ? { id: GUESTS[key], invite: true as const } : {}),
  };
}

const attachedTo = ({ policies, full }: { readonly policies: readonly string[]; readonly full: boolean }) => ({
  ...(policies.length === 0 ? {} : { policies }),
  ...(full ? {} : { fullAwsAccess: false }),
});

const tagged = (tags: Tags): { tags?: Tags } => filled("tags", tags);
