import { targetTypeOfId } from "../../../ids/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import type { OrganizationRecord } from "./state.ts";
import { accountsTable, knownAccountsTable, organizationsTable, unitsTable } from "./state.ts";

/** A root, an OU or an account of one organization: what policies and tags can be attached to. */
export interface Node {
  readonly id: string;
  readonly type: "ROOT" | "ORGANIZATIONAL_UNIT" | "ACCOUNT";
  readonly name: string;
  readonly arn: string;
  /** Absent for the root. */
  readonly parentId?: string;
}

/** The node with this id, if the organization has it. */
export function findNode(world: World, organization: OrganizationRecord, id: string): Node | undefined {
  const type = targetTypeOfId(id);
  if (type === "ROOT") {
    return id === organization.rootId ? { id, type, name: "Root", arn: arnOf(organization, "root", id) } : undefined;
  }
  const record = type === "ACCOUNT" ? accountsTable(world).get(id) : unitsTable(world).get(id);
  if (type === undefined || record?.organizationId !== organization.id) return undefined;
  const name = "name" in record ? record.name : (knownAccountsTable(world).get(id)?.name ?? "");
  return { id, type, name, arn: arnOf(organization, type === "ACCOUNT" ? "account" : "ou", id), parentId: record.parentId };
}

/** The root or an OU; accounts are no parents. */
export function findParent(world: World, organization: OrganizationRecord, id: string): Node | undefined {
  const node = findNode(world, organization, id);
  return node?.type === "ACCOUNT" ? undefined : node;
}

/** Ids from the root down to a node, both included. */
export function lineage(world: World, organization: OrganizationRecord, id: string): string[] {
  const ids = [id];
  for (let node = findNode(world, organization, id); node?.parentId !== undefined; node = findNode(world, organization, node.parentId)) {
    ids.unshift(node.parentId);
  }
  return ids;
}

/** The path of an OU or account as the API gives it: `o-…/r-…/ou-…/<account>/`. Source: API Reference, the pattern of `Path`. */
export function pathOf(world: World, organization: OrganizationRecord, id: string): string {
  return `${[organization.id, ...lineage(world, organization, id)].join("/")}/`;
}

/** The path of the parent of an account, as condition keys have it: `o-…/r-…/ou-…/`. Undefined outside of any organization. */
export function orgPathOf(world: World, accountId: string): string | undefined {
  const account = accountsTable(world).get(accountId);
  const organization = account && organizationsTable(world).get(account.organizationId);
  return organization && pathOf(world, organization, account.parentId);
}
