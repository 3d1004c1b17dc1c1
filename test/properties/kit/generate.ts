import type { Tags } from "../../../src/organization/index.ts";
import type { PolicyStatement } from "../../../src/policy/index.ts";
import type { Choices } from "./random.ts";
import { isThere, parentPath, repaired, repairedAfter, type Sketch, type SketchedAccount } from "./sketch.ts";

/** Small pools, so that two organizations often speak about the same things. */
const OU_NAMES = ["Core", "Data", "Lab", "Prod"] as const;
const ACCOUNT_KEYS = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"] as const;
const SCPS = ["s0", "s1", "s2", "s3", "s4"] as const;
const RCPS = ["r0", "r1"] as const;

const MOST_OUS = 8;
const DEPTH = 5;
const MOST_ACCOUNTS = 8;
/** Attached to one place: far enough below AWS's limits that the old and the new fit side by side. */
const MOST_ATTACHED = 2;

const ACTIONS = {
  scp: ["*", "s3:*", "s3:Get*", "s3:PutObject", "sqs:*", "kms:Decrypt", "kms:*", "ec2:*", "iam:CreateUser", "sts:*"],
  rcp: ["s3:*", "s3:GetObject", "sqs:SendMessage", "kms:Decrypt", "kms:*"],
} as const;
const RESOURCES = ["*", "*", "*", "arn:aws:s3:::logs/*", "arn:aws:sqs:*:*:jobs"] as const;

/** A random organization: 0 to 8 OUs up to 5 deep, 0 to 8 accounts, policies attached anywhere. */
export function sketch(choices: Choices): Sketch {
  const made: Sketch = { tags: tagsOf(choices, 0.2), policies: {}, places: [{ path: "", policies: [], full: true, tags: {} }], accounts: {} };
  for (const key of [...choices.some(SCPS, 4), ...choices.some(RCPS, 2)]) made.policies[key] = policyOf(choices, key);
  for (let count = choices.number(0, MOST_OUS); count > 0; count -= 1) addPlace(choices, made);
  for (const key of choices.some(ACCOUNT_KEYS, MOST_ACCOUNTS)) made.accounts[key] = accountOf(choices, made);
  for (const place of made.places) attach(choices, made, place);
  return repaired(made);
}

/** What comes after an organization: now and then another one altogether, else the same with a few changes. */
export function successor(choices: Choices, before: Sketch): Sketch {
  if (choices.chance(0.2)) return repairedAfter(before, sketch(choices));
  const after = structuredClone(before);
  for (let count = choices.number(1, 6); count > 0; count -= 1) choices.one(CHANGES)(choices, after, before);
  return repairedAfter(before, after);
}

type SketchChange = (choices: Choices, after: Sketch, before: Sketch) => void;

const CHANGES: readonly SketchChange[] = [
  (choices, after) => addPlace(choices, after),
  function removePlace(choices, after) {
    const { path } = choices.one(after.places);
    if (path !== "") after.places = after.places.filter((place) => place.path !== path && !place.path.startsWith(`${path}/`));
  },
  function renamePlace(choices, after) {
    const { path } = choices.one(after.places);
    const name = choices.one(OU_NAMES);
    const renamed = [parentPath(path), name].filter((part) => part !== "").join("/");
    if (path === "" || after.places.some((place) => place.path === renamed)) return;
    const moved = (at: string): string => (at === path || at.startsWith(`${path}/`) ? renamed + at.slice(path.length) : at);
    after.places = after.places.map((place) => ({ ...place, path: moved(place.path) }));
    for (const account of Object.values(after.accounts)) account.at = moved(account.at);
  },
  ...[1, 2, 3].map(() => moveAccount),
  ...[1, 2, 3, 4].map(() => changeAttachments),
  ...[1, 2].map(() => changePolicy),
  function addOrRemovePolicy(choices, after) {
    const key = choices.one([...SCPS, ...RCPS]);
    if (after.policies[key] === undefined) after.policies[key] = policyOf(choices, key);
    else delete after.policies[key];
  },
  function addAccount(choices, after) {
    const key = choices.one(ACCOUNT_KEYS);
    if (Object.keys(after.accounts).length < MOST_ACCOUNTS) after.accounts[key] ??= accountOf(choices, after);
  },
  function forgetAccount(choices, after) {
    const keys = Object.keys(after.accounts);
    if (keys.length > 0) delete after.accounts[choices.one(keys)];
  },
  function renameAccount(choices, after, before) {
    const keys = Object.keys(after.accounts).filter((key) => isThere(before, key) && after.accounts[key]?.was === undefined);
    const key = choices.one(ACCOUNT_KEYS);
    if (keys.length === 0 || after.accounts[key] !== undefined) return;
    const was = choices.one(keys);
    const account = after.accounts[was];
    if (account === undefined) return;
    delete after.accounts[was];
    after.accounts[key] = { ...account, was };
  },
  function changeState(choices, after) {
    const account = anAccount(choices, after);
    if (account !== undefined) account.state = choices.one(["active", "held", "closed"] as const);
  },
  function changeTags(choices, after) {
    const things: { tags: Tags }[] = [after, ...after.places, ...Object.values(after.accounts), ...Object.values(after.policies)];
    choices.one(things).tags = tagsOf(choices, 0.7);
  },
];

function moveAccount(choices: Choices, after: Sketch): void {
  const account = anAccount(choices, after);
  if (account !== undefined) account.at = choices.one(after.places).path;
}

function changeAttachments(choices: Choices, after: Sketch): void {
  attach(choices, after, choices.chance(0.75) ? choices.one(after.places) : (anAccount(choices, after) ?? choices.one(after.places)));
}

function changePolicy(choices: Choices, after: Sketch): void {
  const keys = Object.keys(after.policies);
  if (keys.length === 0) return;
  const key = choices.one(keys);
  const policy = after.policies[key];
  if (policy === undefined) return;
  if (choices.chance(0.2)) policy.description = choices.one(["", "one", "two"]);
  else if (choices.chance(0.5)) policy.statements = policyOf(choices, key).statements;
  else policy.statements.splice(choices.number(0, policy.statements.length - 1), choices.number(0, 1), statementOf(choices, policy.type, policy.type === "scp" && choices.chance(0.3)));
}

const anAccount = (choices: Choices, after: Sketch): SketchedAccount | undefined => {
  const accounts = Object.values(after.accounts);
  return accounts.length === 0 ? undefined : choices.one(accounts);
};

function addPlace(choices: Choices, made: Sketch): void {
  const parent = choices.one(made.places).path;
  const path = [parent, choices.one(OU_NAMES)].filter((part) => part !== "").join("/");
  const fits = made.places.length <= MOST_OUS && path.split("/").length <= DEPTH && !made.places.some((place) => place.path === path);
  if (fits) made.places.push({ path, policies: [], full: true, tags: tagsOf(choices, 0.2) });
}

function accountOf(choices: Choices, made: Sketch): SketchedAccount {
  const account: SketchedAccount = { at: choices.one(made.places).path, policies: [], full: true, tags: tagsOf(choices, 0.3), state: choices.chance(0.1) ? "held" : "active" };
  if (choices.chance(0.2)) attach(choices, made, account);
  return account;
}

function attach(choices: Choices, made: Sketch, holder: { policies: string[]; full: boolean }): void {
  holder.policies = choices.some(Object.keys(made.policies), MOST_ATTACHED);
  holder.full = choices.chance(0.7);
}

function policyOf(choices: Choices, key: string): Sketch["policies"][string] {
  const type = key.startsWith("r") ? "rcp" : "scp";
  const allowing = type === "rcp" ? 0 : choices.one([0, 0, 1, 0.5]);
  const statements = Array.from({ length: choices.number(1, 3) }, () => statementOf(choices, type, choices.chance(allowing)));
  return { type, description: choices.chance(0.8) ? "" : "one", tags: tagsOf(choices, 0.2), statements };
}

function statementOf(choices: Choices, type: "scp" | "rcp", allow: boolean): PolicyStatement {
  const actions = choices.some(ACTIONS[type], 3);
  const named = actions.length === 0 || actions.includes("*") ? [choices.one(ACTIONS[type])] : actions;
  const inverted = choices.chance(0.15) && !named.includes("*") && type === "scp";
  return {
    Effect: allow ? "Allow" : "Deny",
    ...(type === "rcp" ? { Principal: "*" } : {}),
    ...(inverted ? { NotAction: named } : { Action: named }),
    Resource: choices.one(RESOURCES),
  };
}

function tagsOf(choices: Choices, probability: number): Tags {
  if (!choices.chance(probability)) return {};
  return Object.fromEntries(choices.some(["team", "cost"], 2).map((key) => [key, choices.one(["x", "y"])]));
}
