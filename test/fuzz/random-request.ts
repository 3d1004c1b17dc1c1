import type { ContextMode, Principal, Request, RequestContext } from "../../src/policy/index.ts";
import type { Random } from "./random.ts";
import { ACCOUNTS, ACTIONS, KEY_NAMES, KEYS, kindOfKey, type KeyName, RESOURCES, VALUE_KINDS, VALUES } from "./words.ts";

/** Mostly the account in the middle, so that the same account and others both come often. */
const anAccount = (random: Random): string => (random.chance(0.6) ? ACCOUNTS[1] : random.pick(ACCOUNTS));

const ROLE_NAMES = ["dev", "dev", "dev", "team/dev", "aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "AWSServiceRoleForX", "team/AWSServiceRoleForX"];

export function randomPrincipal(random: Random): Principal {
  const accountId = anAccount(random);
  const account = {
    accountId,
    ...(random.chance(0.1) && { outsideOrganization: random.chance(0.8) }),
    ...(random.chance(0.2) && { canonicalUserId: "c1" }),
  };
  const user = `arn:aws:iam::${accountId}:user/${random.pick(["ann", "ann", "bob"])}`;
  switch (random.below(14)) {
    case 0: return { type: "root", arn: `arn:aws:iam::${accountId}:root`, ...account };
    case 1: case 2: case 3: return { type: "user", arn: user, ...account };
    case 4: case 5: case 6: case 7: return roleSession(random, account);
    case 8: case 9: return { type: "federated-user", arn: `arn:aws:sts::${accountId}:federated-user/f`, issuerArn: random.chance(0.85) ? user : `arn:aws:iam::${accountId}:root`, ...account };
    case 10: return { type: "web-identity", provider: random.pick(["accounts.google.com", `arn:aws:iam::${accountId}:oidc-provider/o`]) };
    case 11: return { type: "saml", provider: `arn:aws:iam::${accountId}:saml-provider/s` };
    case 12: return { type: "service", names: random.pick([["logs.amazonaws.com", "logs.eu-west-1.amazonaws.com"], ["ec2.amazonaws.com"]]) };
    default: return { type: "anonymous" };
  }
}

function roleSession(random: Random, account: { readonly accountId: string }): Principal {
  const name = random.pick(ROLE_NAMES);
  const arn = `arn:aws:sts::${account.accountId}:assumed-role/${name.split("/").at(-1) ?? ""}/${random.pick(["s", "s", "t"])}`;
  return { type: "role-session", roleArn: `arn:aws:iam::${account.accountId}:role/${name}`, ...(random.chance(0.75) && { arn }), ...account };
}

export function randomRequest(random: Random): Request {
  return {
    principal: randomPrincipal(random),
    ...(random.chance(0.4) ? { action: "s3:GetObject", resource: "arn:aws:s3:::b/k" } : { action: random.pick(ACTIONS), ...(random.chance(0.9) && { resource: misspelled(random, random.pick(RESOURCES)) }) }),
    ...(random.chance(0.3) && { resourceAccount: anAccount(random) }),
    ...(random.chance(0.1) && { awsManagedKey: random.chance(0.8) }),
    context: randomContext(random),
    ...(random.chance(0.5) && { contextMode: randomMode(random) }),
  };
}

function randomContext(random: Random): RequestContext {
  const context: Record<string, string | string[] | undefined> = {};
  const missing = random.pick([0.1, 0.3, 0.8]);
  for (const key of KEY_NAMES) {
    if (random.chance(missing)) continue;
    context[anyCase(random, key)] = randomValues(random, key);
    if (random.chance(0.02)) context[key.toUpperCase()] = randomValues(random, key);
  }
  return context;
}

function randomValues(random: Random, key: KeyName): string | string[] | undefined {
  const many = KEYS[key] === "texts" || KEYS[key] === "arns" ? 0.7 : 0.06;
  const value = (): string => misspelled(random, random.pick(VALUES[random.chance(0.92) ? kindOfKey(key) : random.pick(VALUE_KINDS)]));
  if (random.chance(0.01)) return undefined;
  return random.chance(many) ? random.several(0, 3, value) : value();
}

const MARKS = ["0", "1", "9", "a", "f", ":", "::", ".", "/", "-", "+", "T", "Z", "=", "$", "{", "}", "${", "'", ",", "*", "?", " ", "ä", "\u{1F600}"];

/** Now and then a character too many, too few or another: what nobody thought of stands next to what somebody did. */
export function misspelled(random: Random, text: string): string {
  if (random.chance(0.92)) return text;
  // By whole characters: half of one cannot be in a policy.
  return Array.from(text).toSpliced(random.below(text.length + 1), random.below(3), random.pick(MARKS)).join("");
}

/** AWS does not tell capitals of keys apart. */
export const anyCase = (random: Random, name: string): string => (random.chance(0.9) ? name : random.pick([name.toUpperCase(), name.toLowerCase()]));

/** Sometimes nothing that is not given is known. */
function randomMode(random: Random): ContextMode {
  if (random.chance(0.3)) return { known: new Set() };
  if (random.chance(0.1)) return "exact";
  const listed = new Set(random.several(0, 9, () => random.pick([...KEY_NAMES.map((name) => name.toLowerCase()), "aws:principaltag/*", "aws:*"])));
  return random.chance(0.6) ? { unknown: listed } : { known: listed };
}
