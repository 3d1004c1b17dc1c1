import { targetTypeOfId } from "../../../ids/index.ts";
import type { World } from "../../world.ts";
import { arnOf, policyArn } from "./arns.ts";
import { handshakesTable } from "./handshakes/state.ts";
import { managedPolicy } from "./managed-policies.ts";
import { findNode } from "./nodes.ts";
import type { OrganizationRecord } from "./state.ts";
import { organizationsTable, policiesTable, resourcePoliciesTable } from "./state.ts";
import { type Direction, directionFor } from "./transfers/records.ts";
import { transfersTable } from "./transfers/state.ts";

/** A policy that an organization can use: its own or one of AWS's. */
export function usablePolicy(world: World, organization: OrganizationRecord, id: string): { readonly id: string; readonly type: string } | undefined {
  const own = policiesTable(world).get(id);
  return own?.organizationId === organization.id ? own : managedPolicy(id);
}

/** The ARN of whatever an organization has under this id: a root, OU, account, policy, its delegation policy or a transfer to it. */
export function arnOfId(world: World, organization: OrganizationRecord, id: string): string | undefined {
  const node = findNode(world, organization, id);
  if (node !== undefined) return node.arn;
  const policy = usablePolicy(world, organization, id);
  if (policy !== undefined) return policyArn(organization, policy);
  if (resourcePoliciesTable(world).get(organization.id)?.id === id) return arnOf(organization, "resourcepolicy", id);
  const transfer = transfersTable(world).get(id);
  return transfer?.targetOrganizationId === organization.id ? arnOf(organization, "transfer", "billing", "inbound", id) : undefined;
}

/** From where an organization sees the transfer with this id; undefined when it has no part in it. */
export function transferDirection(world: World, organization: OrganizationRecord, id: string): Direction | undefined {
  const transfer = transfersTable(world).get(id);
  return transfer && directionFor(world, organization, transfer);
}

/** The ARN that an id stands for when policies are asked, whether there is such a thing or not; undefined for what is no id. */
export function askedArn(world: World, organization: OrganizationRecord | undefined, id: string, policyType = "unknown"): string | undefined {
  const handshake = handshakesTable(world).get(id);
  const sender = handshake && organizationsTable(world).get(handshake.organizationId);
  if (handshake !== undefined && sender !== undefined) return arnOf(sender, "handshake", handshake.action.toLowerCase(), id);
  if (organization === undefined) return undefined;
  const direction = transferDirection(world, organization, id);
  if (direction !== undefined) return arnOf(organization, "transfer", "billing", direction, id);
  return arnOfId(world, organization, id) ?? arnByForm(organization, id, policyType);
}

const KINDS = { ROOT: "root", ORGANIZATIONAL_UNIT: "ou", ACCOUNT: "account" } as const;

function arnByForm(organization: OrganizationRecord, id: string, policyType: string): string | undefined {
  const node = targetTypeOfId(id);
  if (node !== undefined) return arnOf(organization, KINDS[node], id);
  const [prefix] = id.split("-");
  if (prefix === "p") return arnOf(organization, "policy", policyType.toLowerCase(), id);
  if (prefix === "rp") return arnOf(organization, "resourcepolicy", id);
  if (prefix === "h") return arnOf(organization, "handshake", "unknown", id);
  return prefix === "rt" ? arnOf(organization, "transfer", "billing", "inbound", id) : undefined;
}

/** What a call can be about to make. */
export type NewKind = "account" | "ou" | "policy" | "resourcepolicy" | "transfer";

/** The ARN of what a call is about to make, which has no id yet. */
export function newArn(organization: OrganizationRecord, kind: NewKind, policyType = "unknown"): string {
  const path = { account: [], ou: [], policy: [policyType.toLowerCase()], resourcepolicy: [], transfer: ["billing", "inbound"] }[kind];
  return arnOf(organization, kind, ...path, "*");
}
