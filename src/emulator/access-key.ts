import { newAccessKeyId } from "./access-key-id.ts";
import { type Principal, userNameOf } from "./principal.ts";
import { randomBase32, randomBytes32, secretText } from "./random-secret.ts";
import { administratorOf, listKey } from "./services/iam/administrator.ts";
import type { Table, World } from "./world.ts";

/** An access key and whose it is; long-lived ones are kept in the table `accessKeys` under their id. */
export interface AccessKey extends Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials: requests must carry it. */
  readonly sessionToken?: string;
  /** Milliseconds since the epoch by the emulator's clock. */
  readonly expiresAt?: number;
  readonly createdAt?: number;
  /** An inactive key signs nothing. */
  readonly status?: "Active" | "Inactive";
}

export const ACCESS_KEYS = "accessKeys";
export const accessKeysTable = (world: World): Table<AccessKey> => world.table(ACCESS_KEYS);

/** Whose key to make; by default that of the account's user `admin`. */
export interface AccessKeyRequest {
  readonly accountId: string;
  readonly arn?: string;
  readonly userId?: string;
}

/** Makes a long-lived key and stores it. */
export function putAccessKey(world: World, principal: Principal, now: number): AccessKey {
  const { accountId, arn, userId } = principal;
  const accessKeyId = newAccessKeyId(world, "AKIA", accountId);
  const key: AccessKey = { accessKeyId, secretAccessKey: secretText(randomBytes32(world)), accountId, arn, userId, createdAt: now, status: "Active" };
  accessKeysTable(world).put(key.accessKeyId, key);
  return key;
}

/** Gives a key from a time when there was no IAM the user that it names. */
export function keepUserOf(world: World, { accessKeyId }: AccessKey, now: number): void {
  const key = accessKeysTable(world).get(accessKeyId);
  const userName = key && userNameOf(key.arn);
  if (key !== undefined && userName !== undefined) administratorOf(world, key.accountId, userName, now, key.userId);
}

/**
 * Does from outside what an owner does in the console: makes a key for a user, who becomes an administrator if he is not
 * there yet, for the root user, or for any other principal just as it is named. It may go over the quota of keys.
 */
export function createAccessKey(world: World, request: AccessKeyRequest, now = 0): AccessKey {
  const { accountId } = request;
  const arn = request.arn ?? `arn:aws:iam::${accountId}:user/admin`;
  const userName = userNameOf(arn);
  if (userName !== undefined) {
    const user = administratorOf(world, accountId, userName, now);
    const key = putAccessKey(world, { accountId, arn: user.arn, userId: user.id }, now);
    listKey(world, accountId, userName, key.accessKeyId);
    return key;
  }
  const isRoot = arn.endsWith(":root");
  const key = putAccessKey(world, { accountId, arn, userId: request.userId ?? (isRoot ? accountId : randomBase32(world, 21)) }, now);
  if (isRoot) listKey(world, accountId, undefined, key.accessKeyId);
  return key;
}
