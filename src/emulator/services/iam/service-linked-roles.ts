import type { World } from "../../world.ts";
import { accountsTable } from "../organizations/index.ts";
import { GROUP_NAME, required, ROLE_DESCRIPTION, ROLE_NAME } from "./constraints.ts";
import { invalidInput, noSuchEntity, notEmulated } from "./errors.ts";
import { newId } from "./ids.ts";
import { linkedRole } from "./linked-services.ts";
import { accountOf, operation } from "./operation.ts";
import { describeRole } from "./roles.ts";
import type { RoleRecord } from "./state.ts";
import { deleteRole, findRole, putRole, roleNamed } from "./stored.ts";

/** A request to delete a service-linked role; it ends by itself. */
interface DeletionTask {
  readonly accountId: string;
  readonly roleName: string;
  readonly due: number;
  readonly status: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
}

const tasksTable = (world: World) => world.table<DeletionTask>("iam/deletion-tasks");
/** Ids of tasks that have not ended, so that nothing is walked when there are none. */
const openTasksTable = (world: World) => world.table<true>("iam/open-deletion-tasks");

/** AWS says that it takes time while the service is asked; here five seconds, in milliseconds. */
const DELETION_TIME = 5_000;

/** Makes the role of a service, as services do themselves when they are set up. Undefined for a service that is not in the list. */
export function createLinkedRole(world: World, accountId: string, service: string, createdAt: number, more: { suffix?: string; description?: string } = {}): RoleRecord | undefined {
  const role = linkedRole({ id: newId(world, "AROA"), service, createdAt, ...more });
  if (role === undefined) return undefined;
  const before = roleNamed(world, accountId, role.name);
  if (before === undefined) putRole(world, accountId, role);
  return before ?? role;
}

interface CreateInput {
  readonly AWSServiceName: string;
  readonly Description?: string;
  readonly CustomSuffix?: string;
}

/** Unconfirmed: which services take a suffix; here all do. */
const createServiceLinkedRole = operation<CreateInput>({
  name: "CreateServiceLinkedRole",
  input: { AWSServiceName: required(GROUP_NAME), Description: ROLE_DESCRIPTION, CustomSuffix: ROLE_NAME },
  errors: ["InvalidInput", "NotImplemented"],
  run(call, input) {
    const accountId = accountOf(call);
    const more = { suffix: input.CustomSuffix, description: input.Description };
    const role = linkedRole({ id: newId(call.world, "AROA"), service: input.AWSServiceName, createdAt: call.now, ...more });
    if (role === undefined) throw notEmulated(`service-linked roles of ${input.AWSServiceName}`);
    if (roleNamed(call.world, accountId, role.name) !== undefined) {
      throw invalidInput(`Service role name ${role.name} has been taken in this account, please try a different suffix.`);
    }
    putRole(call.world, accountId, role);
    return { Role: describeRole(call.world, accountId, role) };
  },
});

const deleteServiceLinkedRole = operation<{ RoleName: string }>({
  name: "DeleteServiceLinkedRole",
  input: { RoleName: required(ROLE_NAME) },
  errors: ["InvalidInput", "NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const role = findRole(call.world, accountId, input.RoleName);
    if (role.linkedService === undefined) throw invalidInput(`The role ${role.name} is not a service-linked role.`);
    for (const id of Array.from(openTasksTable(call.world).entries(), ([key]) => key)) {
      const task = tasksTable(call.world).get(id);
      if (task?.accountId === accountId && task.roleName === role.name) return { DeletionTaskId: id };
    }
    const DeletionTaskId = `task${role.path}${role.name}/${call.world.randomId(32)}`;
    tasksTable(call.world).put(DeletionTaskId, { accountId, roleName: role.name, due: call.now + DELETION_TIME, status: "IN_PROGRESS" });
    openTasksTable(call.world).put(DeletionTaskId, true);
    return { DeletionTaskId };
  },
});

/** Ends the deletions that are due. A member of an organization cannot lose the role of Organizations. */
export function endDeletions(world: World, now: number): void {
  if (openTasksTable(world).size === 0) return;
  for (const id of Array.from(openTasksTable(world).entries(), ([key]) => key)) {
    const task = tasksTable(world).get(id);
    if (task === undefined || task.due > now) continue;
    const role = roleNamed(world, task.accountId, task.roleName);
    const isUsed = role?.linkedService === "organizations.amazonaws.com" && accountsTable(world).has(task.accountId);
    if (role !== undefined && !isUsed) deleteRole(world, task.accountId, task.roleName);
    tasksTable(world).put(id, { ...task, status: isUsed ? "FAILED" : "SUCCEEDED" });
    openTasksTable(world).delete(id);
  }
}

const getServiceLinkedRoleDeletionStatus = operation<{ DeletionTaskId: string }>({
  name: "GetServiceLinkedRoleDeletionStatus",
  input: { DeletionTaskId: required({ min: 1, max: 1_000 }) },
  errors: ["NoSuchEntity"],
  run(call, input) {
    const task = tasksTable(call.world).get(input.DeletionTaskId);
    if (task?.accountId !== accountOf(call)) throw noSuchEntity(`The deletion task ${input.DeletionTaskId} cannot be found.`);
    const Reason = task.status === "FAILED" ? { Reason: "The role is in use: the account is a member of an organization." } : undefined;
    return { Status: task.status, Reason };
  },
});

export const serviceLinkedRoleOperations = [createServiceLinkedRole, deleteServiceLinkedRole, getServiceLinkedRoleDeletionStatus];
