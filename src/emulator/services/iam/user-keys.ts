import { accessKeysTable } from "../../access-key.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import type { UserRecord } from "./state.ts";

/** The keys of a user who was renamed or moved go on as the same user under the new ARN. */
export function renameKeyOwner(world: World, accountId: string, user: UserRecord): void {
  const keys = accessKeysTable(world);
  for (const id of user.accessKeys) {
    const key = keys.get(id);
    if (key !== undefined) keys.put(id, { ...key, arn: arnOf(accountId, "user", user) });
  }
}
