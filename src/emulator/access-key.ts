import type { Principal } from "./operation.ts";
import type { MemoryWorld } from "./store/world.ts";

/** An access key and whose it is; kept in the table `accessKeys` under its id. */
export interface AccessKey extends Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Set for temporary credentials: requests must carry it. */
  readonly sessionToken?: string;
  /** Milliseconds since the epoch by the emulator's clock. */
  readonly expiresAt?: number;
}

export const ACCESS_KEYS = "accessKeys";

/** Whose key to make; by default that of the account's user `admin`. */
export interface AccessKeyRequest {
  readonly accountId: string;
  readonly arn?: string;
  readonly userId?: string;
}

const UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Makes a long-lived key and stores it. */
export function createAccessKey(world: MemoryWorld, request: AccessKeyRequest): AccessKey {
  const { random } = world;
  const key: AccessKey = {
    accessKeyId: `AKIA${random.text(16, UPPER_CASE)}`,
    secretAccessKey: random.text(40, SECRET),
    accountId: request.accountId,
    arn: request.arn ?? `arn:aws:iam::${request.accountId}:user/admin`,
    userId: request.userId ?? `AIDA${random.text(17, UPPER_CASE)}`,
  };
  world.table<AccessKey>(ACCESS_KEYS).put(key.accessKeyId, key);
  return key;
}
