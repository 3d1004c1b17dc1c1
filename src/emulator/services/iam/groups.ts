import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { EXISTING_USER_NAME, GROUP_NAME, PAGE, PATH, PATH_PREFIX, required } from "./constraints.ts";
import { alreadyExists, mustFirst, noSuchEntity, overQuota } from "./errors.ts";
import { newId } from "./ids.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { type GroupRecord, groupsOf, keyOfName, usersOf, type UserRecord } from "./state.ts";
import { findGroup, findUser, putGroup, putUser } from "./stored.ts";
import { describeUser } from "./users.ts";

export const describeGroup = (accountId: string, group: GroupRecord) => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: arnOf(accountId, "group", group),
  CreateDate: group.createdAt,
});

const membersOf = (world: World, accountId: string, groupName: string): UserRecord[] =>
  Array.from(usersOf(world, accountId).values()).filter(({ groups }) => groups.includes(groupName));

const createGroup = operation<{ Path?: string; GroupName: string }>({
  name: "CreateGroup",
  input: { Path: PATH, GroupName: required(GROUP_NAME) },
  errors: ["EntityAlreadyExists", "LimitExceeded"],
  quotas: [`${IAM_QUOTAS.groups} groups`],
  run(call, input) {
    const accountId = accountOf(call);
    const groups = groupsOf(call.world, accountId);
    if (groups.has(keyOfName(input.GroupName))) throw alreadyExists("Group", input.GroupName);
    if (groups.size >= IAM_QUOTAS.groups) throw overQuota("GroupsPerAccount", IAM_QUOTAS.groups);
    const group: GroupRecord = { id: newId(call.world, "AGPA"), name: input.GroupName, path: input.Path ?? "/", createdAt: call.now, inline: {}, attached: [] };
    putGroup(call.world, accountId, group);
    return { Group: describeGroup(accountId, group) };
  },
});

/** The group, and a page of its users. */
const getGroup = operation<{ GroupName: string } & PageInput>({
  name: "GetGroup",
  input: { GroupName: required(GROUP_NAME), ...PAGE },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const group = findGroup(call.world, accountId, input.GroupName);
    const { items, ...rest } = page(input, membersOf(call.world, accountId, group.name), ({ name }) => name);
    return { Group: describeGroup(accountId, group), Users: items.map((user) => describeUser(accountId, user)), ...rest };
  },
});

const listGroups = operation<{ PathPrefix?: string } & PageInput>({
  name: "ListGroups",
  input: { PathPrefix: PATH_PREFIX, ...PAGE },
  errors: ["ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const chosen = Array.from(groupsOf(call.world, accountId).values()).filter(({ path }) => path.startsWith(input.PathPrefix ?? "/"));
    const { items, ...rest } = page(input, chosen, ({ name }) => name);
    return { Groups: items.map((group) => describeGroup(accountId, group)), ...rest };
  },
});

const updateGroup = operation<{ GroupName: string; NewPath?: string; NewGroupName?: string }>({
  name: "UpdateGroup",
  input: { GroupName: required(GROUP_NAME), NewPath: PATH, NewGroupName: GROUP_NAME },
  errors: ["EntityAlreadyExists", "NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const { world } = call;
    const groups = groupsOf(world, accountId);
    const before = findGroup(world, accountId, input.GroupName);
    const group: GroupRecord = { ...before, name: input.NewGroupName ?? before.name, path: input.NewPath ?? before.path };
    const isRenamed = keyOfName(group.name) !== keyOfName(before.name);
    if (isRenamed && groups.has(keyOfName(group.name))) throw alreadyExists("Group", group.name);
    if (isRenamed) groups.delete(keyOfName(before.name));
    putGroup(world, accountId, group);
    for (const user of membersOf(world, accountId, before.name)) {
      putUser(world, accountId, { ...user, groups: user.groups.map((name) => (name === before.name ? group.name : name)) });
    }
    return {};
  },
});

const deleteGroup = operation<{ GroupName: string }>({
  name: "DeleteGroup",
  input: { GroupName: required(GROUP_NAME) },
  errors: ["DeleteConflict", "NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const group = findGroup(call.world, accountId, input.GroupName);
    if (membersOf(call.world, accountId, group.name).length > 0) throw mustFirst("remove users from group");
    if (group.attached.length > 0) throw mustFirst("detach all policies");
    if (Object.keys(group.inline).length > 0) throw mustFirst("delete policies");
    groupsOf(call.world, accountId).delete(keyOfName(group.name));
    return {};
  },
});

interface MembershipInput {
  readonly GroupName: string;
  readonly UserName: string;
}

const MEMBERSHIP = { GroupName: required(GROUP_NAME), UserName: required(EXISTING_USER_NAME) };

/** Adding a member again changes nothing. */
const addUserToGroup = operation<MembershipInput>({
  name: "AddUserToGroup",
  input: MEMBERSHIP,
  errors: ["LimitExceeded", "NoSuchEntity"],
  quotas: [`${IAM_QUOTAS.groupsPerUser} groups of a user`],
  run(call, input) {
    const group = findGroup(call.world, accountOf(call), input.GroupName);
    const user = findUser(call.world, accountOf(call), input.UserName);
    if (user.groups.includes(group.name)) return {};
    if (user.groups.length >= IAM_QUOTAS.groupsPerUser) throw overQuota("GroupsPerUser", IAM_QUOTAS.groupsPerUser);
    putUser(call.world, accountOf(call), { ...user, groups: [...user.groups, group.name] });
    return {};
  },
});

/** Unconfirmed: how AWS answers for a user who is no member. */
const removeUserFromGroup = operation<MembershipInput>({
  name: "RemoveUserFromGroup",
  input: MEMBERSHIP,
  errors: ["NoSuchEntity"],
  run(call, input) {
    const group = findGroup(call.world, accountOf(call), input.GroupName);
    const user = findUser(call.world, accountOf(call), input.UserName);
    if (!user.groups.includes(group.name)) throw noSuchEntity(`User ${user.name} is not in group ${group.name}.`);
    putUser(call.world, accountOf(call), { ...user, groups: user.groups.filter((name) => name !== group.name) });
    return {};
  },
});

const listGroupsForUser = operation<{ UserName: string } & PageInput>({
  name: "ListGroupsForUser",
  input: { UserName: required(EXISTING_USER_NAME), ...PAGE },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const user = findUser(call.world, accountId, input.UserName);
    const { items, ...rest } = page(input, user.groups, (name) => name);
    return { Groups: items.map((name) => describeGroup(accountId, findGroup(call.world, accountId, name))), ...rest };
  },
});

export const groupOperations = [createGroup, getGroup, listGroups, updateGroup, deleteGroup, addUserToGroup, removeUserFromGroup, listGroupsForUser];
