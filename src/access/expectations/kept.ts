import { attemptIn, attemptsAgainst, letThroughBy, type Scene, type UsedGuardrail, usedGuardrails } from "../../guardrails/index.ts";
import type { Expectation, Organization } from "../../organization/index.ts";
import { decide, patternsMeet, type PlainRequest, type Principal, wildcardExpression } from "../../policy/index.ts";
import { boundsOf, isDenied, OPEN } from "../decide.ts";
import type { AccessModel } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { principalIn } from "../principal.ts";
import { type AccessRequest, makeRequest } from "../request.ts";
import { type Asker, plainResource } from "../space/index.ts";
import { type AccountClass, classesOf } from "./accounts.ts";
import { counterexampleOf } from "./counterexample.ts";
import { joined } from "./joined.ts";
import type { Counterexample, Proof } from "./model.ts";
import { ANYONE, askersNamed } from "./who.ts";

/** What makes somebody a role whose name guardrails let through: to make it, to have it trust him, to hand it to a service. */
const TAKING: readonly string[] = ["iam:CreateRole", "iam:PassRole", "iam:UpdateAssumeRolePolicy"];

/** The guardrails that a pattern names and that can be asked: AWS enforces settings in services, where no request is decided. */
export const guardrailsNamed = (organization: Organization, pattern: string): UsedGuardrail[] => usedGuardrails(organization).filter(({ name, guardrail }) => "statements" in guardrail && patternsMeet(pattern, name));

/**
 * Whether guardrails cannot be defeated from inside the accounts that they are attached for: what their own proof cases say
 * is denied is denied there too, to administrators and root users, and nobody becomes a role that one of them lets through
 * and him not.
 */
export function proveKept(model: AccessModel, organization: Organization, expectation: Expectation): Proof {
  const used = new Map((expectation.guardrails ?? []).flatMap((pattern) => guardrailsNamed(organization, pattern)).map((one) => [one.name, { targets: one.targets, attempts: attemptsAgainst(one), letThrough: letThroughBy(one) }]));
  const proofs = classesOf(model, expectation).map((home) => {
    const here = [...used.values()].filter(({ targets }) => targets.some((target) => home.account.path.includes(target)));
    const scene = sceneOf(model, home);
    const attempts = here.flatMap((one) => one.attempts).flatMap((attempt) => attemptIn(attempt, scene) ?? []);
    const lists = new Map(here.flatMap(({ letThrough }) => letThrough).map((names) => [names.join(" "), names]));
    return judged(model, home, [...attempts.map((attempt) => attempted(model, home, attempt)), ...[...lists.values()].flatMap((names) => takings(model, home, names))]);
  });
  return joined(proofs);
}

interface Try {
  readonly asker: Asker;
  readonly asked: AccessRequest;
}

function judged(model: AccessModel, home: AccountClass, tries: readonly Try[]): Proof {
  const counterexamples = tries.flatMap(({ asker, asked }): Counterexample[] => {
    const made = makeRequest(model, asked);
    if (isDenied(decide(model.cache.chainOf(boundsOf(model, asked, made).most), { ...made.request, contextMode: "exact" }).outcome)) return [];
    return [counterexampleOf(model, { expected: "denied", isUnknown: false, asker, home, asked, context: asked.context ?? {} })];
  });
  // One for each principal and action says enough.
  const distinct = new Map(counterexamples.toReversed().map((one) => [`${one.principal} ${one.action}`, one]));
  return { counterexamples: [...distinct.values()], requests: tries.length, heldFixed: [], askers: tries.length };
}

function sceneOf({ accounts, managementAccount, organizationId, partition }: AccessModel, { account }: AccountClass): Scene {
  const other = [...accounts.values()].find((one) => one !== account && !one.management);
  return { partition, organizationId: organizationId.id, accountId: account.id, otherId: other?.id, managementId: managementAccount.id };
}

/** Whoever asks is an administrator, and the policies of resources allow everything: only SCPs and RCPs hold him back. */
const unbound = ({ word, principal }: Pick<Asker, "word" | "principal">): Asker => ({ word, principal: { ...principal, permissions: ADMINISTRATOR_PERMISSIONS }, resourcePolicy: OPEN });

function attempted(model: AccessModel, { account }: AccountClass, { principal, action, resource, resourceAccount, context }: PlainRequest): Try {
  const known = principalIn(model, principal, account);
  const asker = unbound({ word: known.kind === "root" ? "root" : known.word, principal: known });
  const owner = model.accountsById.get(resourceAccount ?? account.id) ?? account;
  return { asker, asked: { principal: asker.principal, action, ...(resource === undefined ? {} : { resource }), resourceAccount: owner, context: context ?? {}, resourcePolicy: OPEN } };
}

/** Everybody whom a list does not let through, taking each role that it does. */
function takings(model: AccessModel, { account }: AccountClass, letThrough: readonly string[]): Try[] {
  const names = letThrough.map((pattern) => wildcardExpression(pattern));
  const askers = askersNamed(model, account, [ANYONE]).map(unbound).filter(({ principal: { principal } }) => !names.some((name) => name.test(arnOf(principal))));
  const roles = letThrough.filter((pattern) => /^arn:[^:]+:iam::(?:\*|\d{12}):role\//.test(pattern)).map((pattern) => plainResource(pattern, { accountId: account.id, region: "", partition: model.partition }));
  return askers.flatMap((asker) => roles.flatMap((resource) => TAKING.map((action): Try => ({ asker, asked: { principal: asker.principal, action, resource, resourceAccount: account, resourcePolicy: OPEN } }))));
}

const arnOf = (principal: Principal): string => ("roleArn" in principal ? principal.roleArn : "arn" in principal ? principal.arn : "");
