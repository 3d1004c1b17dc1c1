import { fromBase32, randomBytes32, toBase32 } from "./random-secret.ts";
import type { World } from "./world.ts";

/** `AKIA`: long-lived, `ASIA`: temporary. Source: IAM User Guide, "Unique identifiers". */
export type AccessKeyPrefix = "AKIA" | "ASIA";

/** Bits of a key id after its prefix: one that is set, 40 of the account, 39 that are random. */
const RANDOM_BITS = 39n;
const ACCOUNT_BITS = 40n;
const TOP_BIT = 1n << (ACCOUNT_BITS + RANDOM_BITS);

/** A new key id. As with AWS's, the account can be read from it. */
export function newAccessKeyId(world: World, prefix: AccessKeyPrefix, accountId: string): string {
  const random = randomBytes32(world).readBigUInt64BE() & ((1n << RANDOM_BITS) - 1n);
  return prefix + toBase32(TOP_BIT | (BigInt(accountId) << RANDOM_BITS) | random, 16);
}

/** The account that a key id names; undefined when it has not the form of one. */
export function accountOfAccessKeyId(accessKeyId: string): string | undefined {
  const match = /^A[KS]IA([A-Z2-7]{16})$/.exec(accessKeyId);
  const value = match?.[1] === undefined ? undefined : fromBase32(match[1]);
  if (value === undefined) return undefined;
  const account = (value >> RANDOM_BITS) & ((1n << ACCOUNT_BITS) - 1n);
  return account < 10n ** 12n ? account.toString().padStart(12, "0") : undefined;
}
