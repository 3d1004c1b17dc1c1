import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { knownAccountsTable } from "../organizations/index.ts";
import { arnOf, rootArn } from "./arns.ts";
import { boundaryNamed, describeBoundary } from "./boundaries.ts";
import { ARN, EXISTING_USER_NAME, PAGE, PATH, PATH_PREFIX, required, TAGS, USER_NAME } from "./constraints.ts";
import { alreadyExists, mustFirst, overQuota } from "./errors.ts";
import { newId } from "./ids.ts";
import { accountOf, callingUser, isRoot, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { keyOfName, type Tag, usersOf, type UserRecord } from "./state.ts";
import { findUser, putUser } from "./stored.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";
import { renameKeyOwner } from "./user-keys.ts";

export const describeUser = (accountId: string, user: UserRecord) => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: arnOf(accountId, "user", user),
  CreateDate: user.createdAt,
});

/** What lists leave out. */
const describeWhole = (accountId: string, user: UserRecord) => ({
  ...describeUser(accountId, user),
  PermissionsBoundary: describeBoundary(user.boundary),
  Tags: user.tags.length > 0 ? user.tags : undefined,
});

interface CreateUserInput {
  readonly Path?: string;
  readonly UserName: string;
  readonly PermissionsBoundary?: string;
  readonly Tags?: readonly Tag[];
}

const createUser = operation<CreateUserInput>({
  name: "CreateUser",
  input: { Path: PATH, UserName: required(USER_NAME), PermissionsBoundary: ARN, ...TAGS },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded", "NoSuchEntity", "NotImplemented"],
  quotas: [`${IAM_QUOTAS.users} users`, TAGS_QUOTA],
  run(call, input) {
    const accountId = accountOf(call);
    const users = usersOf(call.world, accountId);
    if (users.has(keyOfName(input.UserName))) throw alreadyExists("User", input.UserName);
    if (users.size >= IAM_QUOTAS.users) throw overQuota("UsersPerAccount", IAM_QUOTAS.users);
    const boundary = input.PermissionsBoundary;
    const user: UserRecord = {
      id: newId(call.world, "AIDA"),
      name: input.UserName,
      path: input.Path ?? "/",
      createdAt: call.now,
      inline: {},
      attached: [],
      tags: newTags(input.Tags),
      boundary: boundary === undefined ? undefined : boundaryNamed(call, boundary),
      groups: [],
      accessKeys: [],
    };
    putUser(call.world, accountId, user);
    return { User: describeWhole(accountId, user) };
  },
});

/** Without a name, the caller; the root user has no name. */
const getUser = operation<{ UserName?: string }>({
  name: "GetUser",
  input: { UserName: EXISTING_USER_NAME },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    if (input.UserName === undefined && isRoot(call)) return { User: describeRoot(call, accountId) };
    return { User: describeWhole(accountId, findUser(call.world, accountId, input.UserName ?? callingUser(call))) };
  },
});

/** Unconfirmed: what AWS gives as name and path of the root user. */
const describeRoot = ({ world, now }: Call, accountId: string) => ({
  Path: "/",
  UserName: knownAccountsTable(world).get(accountId)?.name ?? "root",
  UserId: accountId,
  Arn: rootArn(accountId),
  CreateDate: knownAccountsTable(world).get(accountId)?.createdAt ?? now,
});

const listUsers = operation<{ PathPrefix?: string } & PageInput>({
  name: "ListUsers",
  input: { PathPrefix: PATH_PREFIX, ...PAGE },
  errors: ["ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const chosen = Array.from(usersOf(call.world, accountId).values()).filter(({ path }) => path.startsWith(input.PathPrefix ?? "/"));
    const { items, ...rest } = page(input, chosen, ({ name }) => name);
    return { Users: items.map((user) => describeUser(accountId, user)), ...rest };
  },
});

const updateUser = operation<{ UserName: string; NewPath?: string; NewUserName?: string }>({
  name: "UpdateUser",
  input: { UserName: required(EXISTING_USER_NAME), NewPath: PATH, NewUserName: USER_NAME },
  errors: ["EntityAlreadyExists", "NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const users = usersOf(call.world, accountId);
    const before = findUser(call.world, accountId, input.UserName);
    const user: UserRecord = { ...before, name: input.NewUserName ?? before.name, path: input.NewPath ?? before.path };
    const isRenamed = keyOfName(user.name) !== keyOfName(before.name);
    if (isRenamed && users.has(keyOfName(user.name))) throw alreadyExists("User", user.name);
    if (isRenamed) users.delete(keyOfName(before.name));
    putUser(call.world, accountId, user);
    renameKeyOwner(call.world, accountId, user);
    return {};
  },
});

const deleteUser = operation<{ UserName: string }>({
  name: "DeleteUser",
  input: { UserName: required(EXISTING_USER_NAME) },
  errors: ["DeleteConflict", "NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const user = findUser(call.world, accountId, input.UserName);
    if (user.groups.length > 0) throw mustFirst("remove user from groups");
    if (user.attached.length > 0) throw mustFirst("detach all policies");
    if (Object.keys(user.inline).length > 0) throw mustFirst("delete policies");
    if (user.accessKeys.length > 0) throw mustFirst("delete access keys");
    if (user.loginProfile !== undefined) throw mustFirst("delete login profile");
    usersOf(call.world, accountId).delete(keyOfName(user.name));
    return {};
  },
});

export const userOperations = [createUser, getUser, listUsers, updateUser, deleteUser];
