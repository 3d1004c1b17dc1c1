import type { Principal } from "../../principal.ts";
import { userNameOf } from "../../principal.ts";
import { type Chain, documentOf, type NamedPolicy } from "../../evaluation/index.ts";
import type { World } from "../../world.ts";
import { documentInEffect } from "./managed-policies.ts";
import { groupsOf, type IdentityRecord, keyOfName, type RoleRecord, type Tag, type UserRecord, usersOf } from "./state.ts";
import { parseIamArn } from "./arns.ts";
import { roleNamed } from "./stored.ts";

/** The user or role behind a principal, as it is now; undefined for root users and for principals that IAM does not have. */
export function identityBehind(world: World, principal: Principal): UserRecord | RoleRecord | undefined {
  const { accountId, session } = principal;
  const issuer = session?.issuerArn ?? principal.arn;
  const userName = userNameOf(issuer);
  if (userName !== undefined) return usersOf(world, accountId).get(keyOfName(userName));
  const role = /^arn:aws:sts::\d{12}:assumed-role\/([^/]+)\//.exec(issuer)?.[1] ?? parseIamArn(issuer)?.name;
  return role === undefined ? undefined : roleNamed(world, accountId, role);
}

/** Every policy that limits what a principal may do, on the principal's side. */
export function permissionsOf(world: World, principal: Principal): Chain {
  const { accountId, session } = principal;
  const policiesOf = (arns: readonly string[]): NamedPolicy[] => arns.map((arn) => managed(world, accountId, arn));
  const inlineSession = session?.policy === undefined ? [] : [inline("session policy", session.policy)];
  const sessionPolicies = [...policiesOf(session?.policyArns ?? []), ...inlineSession];
  const isRoot = (session?.issuerArn ?? principal.arn).endsWith(":root");
  const limits = sessionPolicies.length > 0 || session?.kind === "federated-user" ? { session: sessionPolicies } : {};
  // The policies of AssumeRoot only deny: whatever they leave, the root user may do.
  if (session?.kind === "root") return { session: [...sessionPolicies, { name: "root", document: EVERYTHING }] };
  if (isRoot) return limits;
  const identity = identityBehind(world, principal);
  const boundary = identity?.boundary;
  return {
    identity: identity === undefined ? [] : identityPolicies(world, accountId, identity),
    ...(boundary === undefined ? {} : { boundary: policiesOf([boundary]) }),
    ...limits,
  };
}

const EVERYTHING = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } as const;

function identityPolicies(world: World, accountId: string, identity: UserRecord | RoleRecord): NamedPolicy[] {
  const groups = "groups" in identity ? identity.groups.flatMap((name) => groupsOf(world, accountId).get(keyOfName(name)) ?? []) : [];
  return [identity, ...groups].flatMap(({ inline: own, attached }: IdentityRecord) => [
    ...Object.entries(own).map(([name, text]) => inline(name, text)),
    ...attached.map((arn) => managed(world, accountId, arn)),
  ]);
}

const inline = (name: string, text: string): NamedPolicy => ({ name, document: documentOf(text) });

function managed(world: World, accountId: string, arn: string): NamedPolicy {
  const text = documentInEffect(world, accountId, arn);
  return { name: arn, document: text === undefined ? undefined : documentOf(text) };
}

/** The tags of a principal: its own, and over them those of its session. */
export function principalTags(world: World, principal: Principal): readonly Tag[] {
  const own = identityBehind(world, principal)?.tags ?? [];
  return [...(principal.session?.tags ?? []), ...own];
}
