import type { World } from "../../world.ts";
import { arnOf, parseIamArn } from "./arns.ts";
import { notEmulated, policyNotFound } from "./errors.ts";
import { type AwsManagedPolicy, awsManagedPolicy } from "./managed/index.ts";
import type { PolicyRecord } from "./state.ts";
import { groupsOf, keyOfName, policiesOf, usersOf } from "./state.ts";
import { rolesOf } from "./stored.ts";

/** A managed policy, the customer's or AWS's. */
export type ManagedPolicy = { readonly owner: "customer"; readonly policy: PolicyRecord } | { readonly owner: "aws"; readonly policy: AwsManagedPolicy };

/** The policy of an ARN, if it is AWS's or of this account. */
export function managedPolicy(world: World, accountId: string, arn: string): ManagedPolicy | undefined {
  const aws = awsManagedPolicy(arn);
  if (aws !== undefined) return { owner: "aws", policy: aws };
  const policy = customerPolicy(world, accountId, arn);
  return policy && { owner: "customer", policy };
}

export function customerPolicy(world: World, accountId: string, arn: string): PolicyRecord | undefined {
  const parts = parseIamArn(arn);
  if (parts?.kind !== "policy" || parts.accountId !== accountId) return undefined;
  const policy = policiesOf(world, accountId).get(keyOfName(parts.name));
  return policy !== undefined && arnOf(accountId, "policy", policy) === arn ? policy : undefined;
}

/** AWS has more policies than the emulator knows: one of them is no policy that does not exist. */
export function findManagedPolicy(world: World, accountId: string, arn: string, absent = policyNotFound): ManagedPolicy {
  const found = managedPolicy(world, accountId, arn);
  if (found !== undefined) return found;
  if (parseIamArn(arn)?.accountId === "aws") throw notEmulated(`the AWS managed policy ${arn}`);
  throw absent(arn);
}

/** The document in effect; undefined for a policy of AWS whose document is not reproduced here, and for none. */
export function documentInEffect(world: World, accountId: string, arn: string): string | undefined {
  const found = managedPolicy(world, accountId, arn);
  if (found?.owner !== "customer") return found?.policy.document;
  const { versions, defaultVersion } = found.policy;
  return versions.find(({ id }) => id === defaultVersion)?.document;
}

/** Who has which policy in an account: how many times attached and as a boundary, by ARN. */
export function attachmentCounts(world: World, accountId: string): { readonly attached: Map<string, number>; readonly boundary: Map<string, number> } {
  const attached = new Map<string, number>();
  const boundary = new Map<string, number>();
  const count = (map: Map<string, number>, arn: string): unknown => map.set(arn, (map.get(arn) ?? 0) + 1);
  const bounded = [...usersOf(world, accountId).values(), ...rolesOf(world, accountId)];
  for (const identity of [...bounded, ...groupsOf(world, accountId).values()]) for (const arn of identity.attached) count(attached, arn);
  for (const identity of bounded) if (identity.boundary !== undefined) count(boundary, identity.boundary);
  return { attached, boundary };
}
