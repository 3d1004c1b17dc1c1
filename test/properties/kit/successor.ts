import type { Tags } from "../../../src/organization/index.ts";
import { ACCOUNT_KEYS, accountOf, addPlace, allowing, attach, changeAdministrators, changeContact, changeDelegate, changeRootAccess, changeServices, MOST_ACCOUNTS, OU_NAMES, POLICY_KEYS, policyOf, sketch, statementOf, tagsOf, twoPlaces } from "./generate.ts";
import type { Choices } from "./random.ts";
import { isThere, parentPath, policyName, type Sketch, type SketchedAccount, type SketchedPolicy } from "./sketch.ts";
import { repairedAfter } from "./successor-repair.ts";

/** What comes after an organization: now and then another one altogether, else the same with a few changes. */
export function successor(choices: Choices, before: Sketch): Sketch {
  const after = choices.chance(0.2) ? sketch(choices) : structuredClone(before);
  for (let count = choices.number(1, 6); count > 0; count -= 1) choices.one(CHANGES)(choices, after, before);
  if (choices.chance(0.1)) after.byHand = choices.one(["left", "declared", "adopted", "removed"] as const);
  return repairedAfter(before, after);
}

type SketchChange = (choices: Choices, after: Sketch, before: Sketch) => void;

const CHANGES: readonly SketchChange[] = [
  addPlace,
  removePlace,
  renamePlace,
  ...[1, 2, 3].map(() => moveAccount),
  ...[1, 2, 3, 4].map(() => changeAttachments),
  ...[1, 2].map(() => exchangeAttachments),
  ...[1, 2].map(() => changePolicy),
  addOrRemovePolicy,
  renamePolicy,
  addAccount,
  forgetAccount,
  renameAccount,
  changeState,
  changeTags,
  changeServices,
  changeAdministrators,
  changeRootAccess,
  ...[1, 2].map(() => changeContact),
  changeDelegate,
  sayRemove,
];

function removePlace(choices: Choices, after: Sketch): void {
  const { path } = choices.one(after.places);
  if (path !== "") after.places = after.places.filter((place) => place.path !== path && !place.path.startsWith(`${path}/`));
}

/** Now and then without saying so: then the OU is built anew. */
function renamePlace(choices: Choices, after: Sketch): void {
  const { path } = choices.one(after.places);
  const parent = choices.chance(0.7) ? parentPath(path) : choices.one(after.places).path;
  const renamed = [parent, choices.one(OU_NAMES)].filter((part) => part !== "").join("/");
  if (path === "" || renamed.startsWith(`${path}/`) || after.places.some((place) => place.path === renamed)) return;
  const moved = (at: string): string => (at === path || at.startsWith(`${path}/`) ? renamed + at.slice(path.length) : at);
  const isSaid = choices.chance(0.6);
  after.places = after.places.map((place) => ({ ...place, path: moved(place.path), ...(isSaid && place.path === path ? { was: path } : {}) }));
  for (const account of Object.values(after.accounts)) account.at = moved(account.at);
}

function moveAccount(choices: Choices, after: Sketch): void {
  const account = anAccount(choices, after);
  if (account !== undefined) account.at = choices.one(after.places).path;
}

function changeAttachments(choices: Choices, after: Sketch): void {
  attach(choices, after, choices.chance(0.75) ? choices.one(after.places) : (anAccount(choices, after) ?? choices.one(after.places)));
}

/** What one place has the other gets: lists of what is allowed change places too. */
function exchangeAttachments(choices: Choices, after: Sketch): void {
  const [one, other] = twoPlaces(choices, after);
  const { policies, full } = one;
  Object.assign(one, { policies: other.policies, full: other.full });
  Object.assign(other, { policies, full });
}

function aPolicy(choices: Choices, { policies }: Sketch): { key: string; policy: SketchedPolicy } | undefined {
  const keys = Object.keys(policies);
  const key = keys.length === 0 ? "" : choices.one(keys);
  const policy = policies[key];
  return policy === undefined ? undefined : { key, policy };
}

function changePolicy(choices: Choices, after: Sketch): void {
  const { key = "", policy } = aPolicy(choices, after) ?? {};
  if (policy === undefined) return;
  if (choices.chance(0.2)) policy.description = choices.one(["", "one", "two"]);
  else if (policy.type !== "scp" && policy.type !== "rcp") policy.variant = policy.variant === 0 ? 1 : 0;
  else if (choices.chance(0.5)) policy.statements = policyOf(choices, key).statements;
  else policy.statements.splice(choices.number(0, policy.statements.length - 1), choices.number(0, 1), statementOf(choices, policy.type, choices.chance(allowing(choices, key))));
}

function addOrRemovePolicy(choices: Choices, after: Sketch): void {
  const key = choices.one(POLICY_KEYS);
  if (after.policies[key] === undefined) after.policies[key] = policyOf(choices, key);
  else delete after.policies[key];
}

function renamePolicy(choices: Choices, after: Sketch): void {
  const { key = "", policy } = aPolicy(choices, after) ?? {};
  if (policy === undefined) return;
  const was = policyName(key, policy);
  policy.name = choices.one([`${key}-new`, `${key}-newer`]);
  if (choices.chance(0.7)) policy.was = was;
}

function addAccount(choices: Choices, after: Sketch): void {
  const key = choices.one(ACCOUNT_KEYS);
  if (Object.keys(after.accounts).length < MOST_ACCOUNTS) after.accounts[key] ??= accountOf(choices, after, key);
}

function forgetAccount(choices: Choices, after: Sketch): void {
  const keys = Object.keys(after.accounts);
  if (keys.length > 0) delete after.accounts[choices.one(keys)];
}

function renameAccount(choices: Choices, after: Sketch, before: Sketch): void {
  const keys = Object.keys(after.accounts).filter((key) => isThere(before, key) && after.accounts[key]?.was === undefined);
  const key = choices.one(ACCOUNT_KEYS);
  if (keys.length === 0 || after.accounts[key] !== undefined) return;
  const was = choices.one(keys);
  const account = after.accounts[was];
  if (account === undefined) return;
  delete after.accounts[was];
  after.accounts[key] = { ...account, was, by: choices.one(["id", "moved"] as const) };
  for (const keysOf of Object.values(after.administrators)) if (keysOf.includes(was)) keysOf.splice(keysOf.indexOf(was), 1, key);
}

function changeState(choices: Choices, after: Sketch): void {
  const account = anAccount(choices, after);
  if (account !== undefined) account.state = choices.one(["active", "held", "closed"] as const);
}

function changeTags(choices: Choices, after: Sketch): void {
  const things: { tags: Tags }[] = [after, ...after.places, ...Object.values(after.accounts), ...Object.values(after.policies)];
  choices.one(things).tags = tagsOf(choices, 0.7);
}

/** Whatever may be said to go of what was there: the rest is taken out again. */
function sayRemove(choices: Choices, after: Sketch, before: Sketch): void {
  const offices = Object.entries(before.administrators).flatMap(([service, keys]) => keys.map((key) => `delegated-administrator:${service}>account:${key}`));
  const services = [...before.services, ...Object.keys(before.administrators)].map((service) => `trusted-access:${service}`);
  const types = Object.values(before.policies).map(({ type }) => `policy-type:${type}`);
  after.remove = choices.some([...new Set([...offices, ...services, ...types, ...before.rootAccess.map((feature) => `root-access:${feature}`)])], 4);
}

const anAccount = (choices: Choices, after: Sketch): SketchedAccount | undefined => {
  const accounts = Object.values(after.accounts);
  return accounts.length === 0 ? undefined : choices.one(accounts);
};
