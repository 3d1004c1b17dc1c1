import { type AccessKey, accessKeysTable } from "./access-key.ts";
import { type Principal, userNameOf } from "./principal.ts";
import { identityBehind } from "./services/iam/permissions.ts";
import { accountsTable, knownAccountsTable } from "./services/organizations/index.ts";
import { openSession } from "./session-token.ts";
import type { World } from "./world.ts";

/**
 * The key that may sign a request under this id; undefined when there is none, when it is inactive, when its token is
 * another's or forged, when its user or role is gone, and when its account is closed.
 * Unconfirmed: that AWS answers for the keys of a closed account as for keys that do not exist.
 */
export function keyFor(world: World, accessKeyId: string, sessionToken: string | undefined): AccessKey | undefined {
  const key = accessKeyId.startsWith("ASIA") ? openSession(world, accessKeyId, sessionToken ?? "") : accessKeysTable(world).get(accessKeyId);
  if (key === undefined || key.status === "Inactive") return undefined;
  return isOpen(world, key.accountId) && isStillThere(world, key) ? key : undefined;
}

/**
 * Whether an account can be used: active or being closed. One that nobody introduced to the world is taken as it comes.
 * Source: Organizations User Guide, "Monitor the state of your AWS accounts".
 */
export function isOpen(world: World, accountId: string): boolean {
  const state = accountsTable(world).get(accountId)?.state ?? "ACTIVE";
  return (state === "ACTIVE" || state === "PENDING_CLOSURE") && knownAccountsTable(world).get(accountId)?.goneAt === undefined;
}

/** The user of a key, or the role or user of a session, still has the id it had then. Root users stay. */
function isStillThere(world: World, key: AccessKey): boolean {
  if (key.session === undefined) return userNameOf(key.arn) === undefined || identityBehind(world, key)?.id === key.userId;
  const { issuerArn, issuerId } = key.session;
  return issuerArn.endsWith(":root") || identityBehind(world, key)?.id === issuerId;
}

/** A key's principal, without its secrets. */
export const principalOf = ({ accountId, arn, userId, session }: AccessKey): Principal =>
  session === undefined ? { accountId, arn, userId } : { accountId, arn, userId, session };
