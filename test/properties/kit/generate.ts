import type { PolicyKind } from "../../../src/ids/index.ts";
import type { Tags } from "../../../src/organization/index.ts";
import type { PolicyStatement } from "../../../src/policy/index.ts";
import type { Choices } from "./random.ts";
import { SETTINGS_KINDS } from "./settings.ts";
import { DEPTH, GUESTS, type Place, repaired, type Sketch, type SketchedAccount, type SketchedPolicy } from "./sketch.ts";
import { SINGLE } from "./successor-repair.ts";

/** Small pools, so that two organizations often speak about the same things. */
export const OU_NAMES = ["Core", "Data", "Lab", "Prod"] as const;
export const ACCOUNT_KEYS = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"] as const;
const SCPS = ["s0", "s1", "s2", "s3", "s4"] as const;
const RCPS = ["r0", "r1"] as const;
/** A policy of settings has its type for a key. */
export const POLICY_KEYS: readonly string[] = [...SCPS, ...SCPS, ...RCPS, ...RCPS, ...SETTINGS_KINDS];
const SERVICES = ["config.amazonaws.com", "guardduty.amazonaws.com", "ram.amazonaws.com"] as const;
export const ADMINISTERED = ["config.amazonaws.com", "guardduty.amazonaws.com", ...SINGLE] as const;

const MOST_OUS = 8;
export const MOST_ACCOUNTS = 8;
/** Attached to one place: far enough below AWS's limits that the old and the new fit side by side. */
const MOST_ATTACHED = 2;

const ACTIONS = {
  scp: ["*", "s3:*", "s3:Get*", "s3:PutObject", "sqs:*", "kms:Decrypt", "kms:*", "ec2:*", "iam:CreateUser", "sts:*"],
  rcp: ["s3:*", "s3:GetObject", "sqs:SendMessage", "kms:Decrypt", "kms:*"],
} as const;
const RESOURCES = ["*", "*", "*", "arn:aws:s3:::logs/*", "arn:aws:sqs:*:*:jobs"] as const;

/** A random organization: 0 to 8 OUs up to 5 deep, 0 to 8 accounts, policies attached anywhere, services and their administrators. */
export function sketch(choices: Choices): Sketch {
  const made: Sketch = { tags: tagsOf(choices, 0.2), policies: {}, contacts: {}, places: [{ path: "", policies: [], full: true, tags: tagsOf(choices, 0.1) }], accounts: {}, services: [], administrators: {}, rootAccess: [], remove: [] };
  for (const key of [...choices.some(SCPS, 4), ...choices.some(RCPS, 2), ...(choices.chance(0.3) ? choices.some(SETTINGS_KINDS, 2) : [])]) made.policies[key] = policyOf(choices, key);
  for (let count = choices.number(0, MOST_OUS); count > 0; count -= 1) addPlace(choices, made);
  for (const key of choices.some(ACCOUNT_KEYS, MOST_ACCOUNTS)) made.accounts[key] = accountOf(choices, made, key);
  for (const place of made.places) attach(choices, made, place);
  if (choices.chance(0.2)) listAllowed(choices, made);
  if (choices.chance(0.3)) changeServices(choices, made);
  if (choices.chance(0.3)) changeAdministrators(choices, made);
  if (choices.chance(0.2)) changeRootAccess(choices, made);
  if (choices.chance(0.2)) changeContact(choices, made);
  if (choices.chance(0.15)) changeDelegate(choices, made, made);
  return repaired(made);
}

export function changeRootAccess(choices: Choices, made: Sketch): void {
  made.rootAccess = choices.some(["RootCredentialsManagement", "RootSessions"] as const, 2);
}

export function changeContact(choices: Choices, { contacts }: Sketch): void {
  const type = choices.one(["billing", "operations", "security"] as const);
  if (choices.chance(0.3)) delete contacts[type];
  else contacts[type] = choices.one([0, 1] as const);
}

/** The delegation policy goes, or speaks of an account that was there before. */
export function changeDelegate(choices: Choices, made: Sketch, before: Sketch): void {
  const there = Object.keys(before.accounts);
  if (there.length === 0 || choices.chance(0.3)) delete made.delegate;
  else made.delegate = choices.one(there);
}

export function changeServices(choices: Choices, made: Sketch): void {
  made.services = choices.some(SERVICES, 2);
}

export function changeAdministrators(choices: Choices, made: Sketch): void {
  const service = choices.one(ADMINISTERED);
  made.administrators[service] = choices.some(Object.keys(made.accounts), SINGLE.has(service) ? 1 : 2);
}

export function addPlace(choices: Choices, made: Sketch): void {
  const parent = choices.one(made.places).path;
  const path = [parent, choices.one(OU_NAMES)].filter((part) => part !== "").join("/");
  const fits = made.places.length <= MOST_OUS && path.split("/").length <= DEPTH && !made.places.some((place) => place.path === path);
  if (fits) made.places.push({ path, policies: [], full: true, tags: tagsOf(choices, 0.2) });
}

export function accountOf(choices: Choices, made: Sketch, key: string): SketchedAccount {
  const isGuest = GUESTS[key] !== undefined && choices.chance(0.3);
  const account: SketchedAccount = { ...(isGuest ? { invited: true } : {}), at: choices.one(made.places).path, policies: [], full: true, tags: tagsOf(choices, 0.3), state: choices.chance(0.1) ? "held" : "active" };
  if (choices.chance(0.2)) attach(choices, made, account);
  return account;
}

export function attach(choices: Choices, made: Sketch, holder: { policies: string[]; full: boolean }): void {
  holder.policies = choices.some(Object.keys(made.policies), MOST_ATTACHED);
  holder.full = choices.chance(0.7);
}

/** The chance that a statement of this policy allows: SCPs deny, allow or do both. */
export const allowing = (choices: Choices, key: string): number => (kindOf(key) === "scp" ? choices.one([0, 0, 1, 0.5]) : 0);

/** Two places, often one above the other, with lists of what is allowed in place of AWS's own policy. */
export function listAllowed(choices: Choices, made: Sketch): void {
  const lists = Object.keys(made.policies).filter((key) => made.policies[key]?.statements.some(({ Effect }) => Effect === "Allow"));
  if (lists.length === 0) return;
  for (const holder of twoPlaces(choices, made)) Object.assign(holder, { policies: [choices.one(lists)], full: false });
}

/** A place and one above it, or any other. */
export function twoPlaces(choices: Choices, { places }: Sketch): [Place, Place] {
  const one = choices.one(places);
  const above = places.filter(({ path }) => path !== one.path && (path === "" || one.path.startsWith(`${path}/`)));
  return [one, above.length > 0 && choices.chance(0.7) ? choices.one(above) : choices.one(places)];
}

export function policyOf(choices: Choices, key: string): SketchedPolicy {
  const type = kindOf(key);
  const more = { type, description: choices.chance(0.8) ? "" : "one", tags: tagsOf(choices, 0.2), variant: choices.one([0, 1] as const) };
  if (type !== "scp" && type !== "rcp") return { ...more, statements: [] };
  const chance = allowing(choices, key);
  return { ...more, statements: Array.from({ length: choices.number(1, 3) }, () => statementOf(choices, type, choices.chance(chance))) };
}

const kindOf = (key: string): PolicyKind => SETTINGS_KINDS.find((kind) => kind === key) ?? (key.startsWith("r") ? "rcp" : "scp");

export function statementOf(choices: Choices, type: "scp" | "rcp", allow: boolean): PolicyStatement {
  const actions = choices.some(ACTIONS[type], 3);
  const named = actions.length === 0 || actions.includes("*") ? [choices.one(ACTIONS[type])] : actions;
  const inverted = choices.chance(0.15) && !named.includes("*") && type === "scp";
  return {
    Effect: allow ? "Allow" : "Deny",
    ...(type === "rcp" ? { Principal: "*" } : {}),
    ...(inverted ? { NotAction: named } : { Action: named }),
    Resource: choices.one(RESOURCES),
    ...(choices.chance(0.15) ? { Condition: { StringNotEquals: { "aws:RequestedRegion": choices.one(["eu-west-1", "us-east-1"]) } } } : {}),
  };
}

export function tagsOf(choices: Choices, probability: number): Tags {
  if (!choices.chance(probability)) return {};
  return Object.fromEntries(choices.some(["team", "cost"], 2).map((key) => [key, choices.one(["x", "y"])]));
}
