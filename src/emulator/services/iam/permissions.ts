import type { NamedPolicy, PolicyChain, PolicyDocument } from "../../../policy/index.ts";
import { documentOf } from "../../documents.ts";
import { type Principal, userNameOf } from "../../principal.ts";
import type { World } from "../../world.ts";
import { parseIamArn } from "./arns.ts";
import { documentInEffect } from "./managed-policies.ts";
import { groupsOf, type IdentityRecord, keyOfName, type RoleRecord, type Tag, type UserRecord, usersOf } from "./state.ts";
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

/** Every policy on a principal's side: its own and its groups', its boundary, and those of its session. */
export function permissionsOf(world: World, principal: Principal): PolicyChain {
  const { accountId, session } = principal;
  const managed = (arns: readonly string[]): NamedPolicy[] => arns.map((arn) => ({ name: arn, document: managedDocument(world, accountId, arn) }));
  const inlineSession = session?.policy === undefined ? [] : [inline("session policy", session.policy)];
  const sessionPolicies = [...managed(session?.policyArns ?? []), ...inlineSession];
  // The policies of AssumeRoot only deny: whatever they leave, the root user may do.
  if (session?.kind === "root") return { identity: [], session: [...sessionPolicies, { name: "root user", document: EVERYTHING }] };
  const identity = identityBehind(world, principal);
  const groups = identity !== undefined && "groups" in identity ? identity.groups.flatMap((name) => groupsOf(world, accountId).get(keyOfName(name)) ?? []) : [];
  const policiesOf = ({ inline: own, attached }: IdentityRecord) => [...Object.entries(own).map(([name, text]) => inline(name, text)), ...managed(attached)];
  return {
    identity: identity === undefined ? [] : [identity, ...groups].flatMap(policiesOf),
    ...(identity?.boundary === undefined ? {} : { boundary: managed([identity.boundary]) }),
    ...(sessionPolicies.length === 0 ? {} : { session: sessionPolicies }),
  };
}

const EVERYTHING: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };

const inline = (name: string, text: string): NamedPolicy => ({ name, document: documentOf(text) });

/** A condition key that no request has stands for what is in a policy of AWS that is not reproduced here. */
export const UNKNOWN_DOCUMENT_KEY = "landfall:the document of ";

function managedDocument(world: World, accountId: string, arn: string): PolicyDocument {
  const text = documentInEffect(world, accountId, arn);
  if (text !== undefined) return documentOf(text);
  const Condition = { StringEquals: { [UNKNOWN_DOCUMENT_KEY + arn]: "known" } };
  return documentOf(JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition } }));
}

/** The tags of a principal: those of its session, and its own under them. */
export function principalTags(world: World, principal: Principal): readonly Tag[] {
  const tags = new Map((identityBehind(world, principal)?.tags ?? []).map((tag) => [tag.Key.toLowerCase(), tag]));
  for (const tag of principal.session?.tags ?? []) tags.set(tag.Key.toLowerCase(), tag);
  return [...tags.values()];
}
