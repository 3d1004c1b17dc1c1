import { IAM_QUOTAS } from "../../../limits/index.ts";
import { accessKeysTable, putAccessKey } from "../../access-key.ts";
import type { Call } from "../../operation.ts";
import { arnOf, rootArn } from "./arns.ts";
import { ACCESS_KEY_ID, EXISTING_USER_NAME, PAGE, required } from "./constraints.ts";
import { accessDenied, noSuchEntity, overQuota } from "./errors.ts";
import { accountOf, callingUser, isRoot, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { changeSettings, lastUseTable, settingsOf, usersOf } from "./state.ts";
import { findUser, putUser } from "./stored.ts";

/** Whose keys an operation is about: a user, or the root user when he calls and names nobody. */
interface Owner {
  /** Absent for the root user. */
  readonly userName?: string;
  readonly arn: string;
  readonly userId: string;
  readonly keyIds: readonly string[];
  setKeyIds(ids: readonly string[]): void;
}

function ownerOf(call: Call, userName: string | undefined): Owner {
  const { world } = call;
  const accountId = accountOf(call);
  if (userName === undefined && isRoot(call)) {
    return {
      arn: rootArn(accountId),
      userId: accountId,
      keyIds: settingsOf(world, accountId).rootAccessKeys ?? [],
      setKeyIds: (rootAccessKeys) => changeSettings(world, accountId, { rootAccessKeys }),
    };
  }
  const user = findUser(world, accountId, userName ?? callingUser(call));
  return {
    userName: user.name,
    arn: arnOf(accountId, "user", user),
    userId: user.id,
    keyIds: user.accessKeys,
    setKeyIds: (accessKeys) => putUser(world, accountId, { ...user, accessKeys }),
  };
}

function ownKeyOf(call: Call, owner: Owner, accessKeyId: string) {
  const key = owner.keyIds.includes(accessKeyId) ? accessKeysTable(call.world).get(accessKeyId) : undefined;
  if (key === undefined) throw noSuchEntity(`The Access Key with id ${accessKeyId} cannot be found.`);
  return key;
}

const createAccessKey = operation<{ UserName?: string }>({
  name: "CreateAccessKey",
  input: { UserName: EXISTING_USER_NAME },
  errors: ["LimitExceeded", "NoSuchEntity", "ValidationError"],
  quotas: [`${IAM_QUOTAS.accessKeysPerUser} keys of a user`],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    const most = IAM_QUOTAS.accessKeysPerUser;
    if (owner.keyIds.length >= most) throw overQuota("AccessKeysPerUser", most);
    const key = putAccessKey(call.world, { accountId: accountOf(call), arn: owner.arn, userId: owner.userId }, call.now);
    owner.setKeyIds([...owner.keyIds, key.accessKeyId]);
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, status: Status } = key;
    return { AccessKey: { UserName: owner.userName, AccessKeyId, Status, SecretAccessKey, CreateDate: call.now } };
  },
});

const listAccessKeys = operation<{ UserName?: string } & PageInput>({
  name: "ListAccessKeys",
  input: { UserName: EXISTING_USER_NAME, ...PAGE },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    const { items, ...rest } = page(input, owner.keyIds, (id) => id);
    const AccessKeyMetadata = items.map((AccessKeyId) => {
      const { status: Status, createdAt: CreateDate } = ownKeyOf(call, owner, AccessKeyId);
      return { UserName: owner.userName, AccessKeyId, Status, CreateDate };
    });
    return { AccessKeyMetadata, ...rest };
  },
});

/** The model knows a third status, Expired; AWS gives it to no key that a customer makes. */
const updateAccessKey = operation<{ UserName?: string; AccessKeyId: string; Status: "Active" | "Inactive" }>({
  name: "UpdateAccessKey",
  input: { UserName: EXISTING_USER_NAME, AccessKeyId: required(ACCESS_KEY_ID), Status: required({ values: ["Active", "Inactive"] }) },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const key = ownKeyOf(call, ownerOf(call, input.UserName), input.AccessKeyId);
    accessKeysTable(call.world).put(key.accessKeyId, { ...key, status: input.Status });
    return {};
  },
});

const deleteAccessKey = operation<{ UserName?: string; AccessKeyId: string }>({
  name: "DeleteAccessKey",
  input: { UserName: EXISTING_USER_NAME, AccessKeyId: required(ACCESS_KEY_ID) },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    const { accessKeyId } = ownKeyOf(call, owner, input.AccessKeyId);
    accessKeysTable(call.world).delete(accessKeyId);
    lastUseTable(call.world).delete(accessKeyId);
    owner.setKeyIds(owner.keyIds.filter((id) => id !== accessKeyId));
    return {};
  },
});

/** Needs no user name; a key of another account is not told apart from one that is nobody's. */
const getAccessKeyLastUsed = operation<{ AccessKeyId: string }>({
  name: "GetAccessKeyLastUsed",
  input: { AccessKeyId: required(ACCESS_KEY_ID) },
  errors: ["AccessDenied"],
  run(call, { AccessKeyId }) {
    const accountId = accountOf(call);
    const key = accessKeysTable(call.world).get(AccessKeyId);
    if (key?.accountId !== accountId) throw accessDenied(`User: ${call.principal.arn} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`);
    const UserName = Array.from(usersOf(call.world, accountId).values()).find(({ id }) => id === key.userId)?.name;
    const use = lastUseTable(call.world).get(AccessKeyId);
    const AccessKeyLastUsed = use === undefined ? { ServiceName: "N/A", Region: "N/A" } : { LastUsedDate: use.at, ServiceName: use.service, Region: use.region };
    return { UserName, AccessKeyLastUsed };
  },
});

export const accessKeyOperations = [createAccessKey, listAccessKeys, updateAccessKey, deleteAccessKey, getAccessKeyLastUsed];
