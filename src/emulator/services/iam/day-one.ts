import type { World } from "../../world.ts";
import { accountsTable, type KnownAccount, knownAccountsTable } from "../organizations/state.ts";
import { ADMINISTRATOR_ACCESS } from "./administrator.ts";
import { rootArn } from "./arns.ts";
import { derivedId } from "./ids.ts";
import { linkedRole } from "./linked-services.ts";
import type { RoleRecord } from "./state.ts";

/**
 * What IAM has in an account before anybody wrote there: the role that CreateAccount named, with AdministratorAccess for
 * the management account (not in invited accounts), and the service-linked role of Organizations in every member.
 * Computed from the account's own record, so that ten thousand accounts cost nothing until they are used.
 * Source: Organizations User Guide, "Accessing a member account that has OrganizationAccountAccessRole".
 */
export function dayOneRoles(world: World, accountId: string): RoleRecord[] {
  const member = accountsTable(world).get(accountId);
  const known = knownAccountsTable(world).get(accountId);
  const roles: RoleRecord[] = [];
  if (known?.accessRole !== undefined) roles.push(accessRole(accountId, known.accessRole, known.createdAt));
  if (member !== undefined) {
    const id = derivedId("AROA", `${accountId} ${member.organizationId} organizations.amazonaws.com`);
    const role = linkedRole({ id, service: "organizations.amazonaws.com", createdAt: member.joinedAt });
    if (role !== undefined) roles.push(role);
  }
  return roles;
}

function accessRole(accountId: string, { roleName, managementAccountId }: NonNullable<KnownAccount["accessRole"]>, createdAt: number): RoleRecord {
  const trusts = { Effect: "Allow", Principal: { AWS: rootArn(managementAccountId) }, Action: "sts:AssumeRole" };
  return {
    id: derivedId("AROA", `${accountId} access role`),
    name: roleName,
    path: "/",
    createdAt,
    inline: {},
    attached: [ADMINISTRATOR_ACCESS],
    tags: [],
    maxSessionDuration: 3_600,
    trust: { document: JSON.stringify({ Version: "2012-10-17", Statement: [trusts] }), ids: {} },
  };
}
