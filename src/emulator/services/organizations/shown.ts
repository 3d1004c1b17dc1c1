import type { World } from "../../world.ts";
import { controlsOf } from "./controls.ts";
import { managedPolicy } from "./managed-policies.ts";
import { findNode, lineage } from "./nodes.ts";
import { policiesTable } from "./state.ts";

/** The names of what is above an account, from the root down; empty for one that is in no organization. */
export function pathNames(world: World, accountId: string): readonly string[] {
  const organization = controlsOf(world, accountId)?.organization;
  if (organization === undefined) return [];
  return lineage(world, organization, accountId).slice(0, -1).map((id) => findNode(world, organization, id)?.name ?? id);
}

/** The names of the policies that have a say in any of these accounts, by ARN. */
export function policyNames(world: World, ...accountIds: readonly string[]): Readonly<Record<string, string>> {
  const levels = accountIds.flatMap((id) => [...(controlsOf(world, id)?.scps ?? []), ...(controlsOf(world, id)?.rcps ?? [])]);
  return Object.fromEntries(levels.flatMap(({ policies }) => policies).map(({ name: arn }) => [arn, nameOf(world, arn.split("/").at(-1) ?? "") ?? arn]));
}

const nameOf = (world: World, id: string): string | undefined => (managedPolicy(id) ?? policiesTable(world).get(id))?.name;
