import type { NamedPolicy, PolicyLevel } from "../../../policy/index.ts";
import { documentOf } from "../../documents.ts";
import type { World } from "../../world.ts";
import { policyArn } from "./arns.ts";
import { attachedTo } from "./attached.ts";
import { managedPolicy } from "./managed-policies.ts";
import { findNode, lineage } from "./nodes.ts";
import { accountsTable, attachmentsTable, organizationsTable, policiesTable, unitsTable, type OrganizationRecord } from "./state.ts";

/** The policies of an organization that have a say in one account: each named by its ARN, from the root down. */
export interface Controls {
  readonly organization: OrganizationRecord;
  /** Absent while the policy type is disabled, and in an organization without all features. */
  readonly scps?: readonly PolicyLevel[];
  readonly rcps?: readonly PolicyLevel[];
}

/** What the controls of a world were made from, by the versions of its tables, and those that were asked for since. */
interface Known {
  readonly version: number;
  readonly controls: Map<string, Controls | undefined>;
}

const known = new WeakMap<World, Known>();

/** Versions only grow, so their sum stays only while all of them do. */
const versionOf = (world: World): number =>
  [organizationsTable, unitsTable, accountsTable, policiesTable, attachmentsTable].reduce((sum, table) => sum + table(world).version, 0);

/**
 * The SCPs and RCPs of an account as they are now; undefined for one that is in no organization. Kept until a policy, an
 * attachment, a place in the organization or a policy type changes.
 */
export function controlsOf(world: World, accountId: string): Controls | undefined {
  const version = versionOf(world);
  let { controls, version: before } = known.get(world) ?? { version: -1, controls: new Map<string, Controls | undefined>() };
  if (version !== before) known.set(world, { version, controls: (controls = new Map()) });
  if (!controls.has(accountId)) controls.set(accountId, makeControls(world, accountId));
  return controls.get(accountId);
}

function makeControls(world: World, accountId: string): Controls | undefined {
  const organization = organizationsTable(world).get(accountsTable(world).get(accountId)?.organizationId ?? "");
  if (organization === undefined) return undefined;
  const path = lineage(world, organization, accountId);
  return { organization, scps: levelsOf(world, organization, path, "SERVICE_CONTROL_POLICY"), rcps: levelsOf(world, organization, path, "RESOURCE_CONTROL_POLICY") };
}

/** Unconfirmed: that policies have a say until a type that is being disabled is. */
function levelsOf(world: World, organization: OrganizationRecord, path: readonly string[], type: string): readonly PolicyLevel[] | undefined {
  const status = organization.policyTypes[type];
  if (organization.featureSet !== "ALL" || (status !== "ENABLED" && status !== "PENDING_DISABLE")) return undefined;
  return path.map((id, index) => ({
    // The name of the account is left out, so that accounts under the same policies have the same levels.
    name: index === path.length - 1 ? "the account" : (findNode(world, organization, id)?.name ?? id),
    policies: attachedTo(world, organization, id, type).flatMap((policyId) => policyOf(world, organization, policyId) ?? []),
  }));
}

function policyOf(world: World, organization: OrganizationRecord, id: string): NamedPolicy | undefined {
  const policy = managedPolicy(id) ?? policiesTable(world).get(id);
  return policy && { name: policyArn(organization, policy), document: documentOf(policy.content) };
}
