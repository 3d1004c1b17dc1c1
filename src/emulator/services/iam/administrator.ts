import type { World } from "../../world.ts";
import { arnOf, managedPolicyArn } from "./arns.ts";
import { newId } from "./ids.ts";
import { changeSettings, keyOfName, settingsOf, usersOf } from "./state.ts";

export const ADMINISTRATOR_ACCESS = managedPolicyArn("/", "AdministratorAccess");

/** The user of this name, made with AdministratorAccess if he is not there: what an owner does in the console. */
export function administratorOf(world: World, accountId: string, name: string, now: number, id?: string): { readonly arn: string; readonly id: string } {
  const users = usersOf(world, accountId);
  let user = users.get(keyOfName(name));
  if (user === undefined) {
    user = { id: id ?? newId(world, "AIDA"), name, path: "/", createdAt: now, inline: {}, attached: [ADMINISTRATOR_ACCESS], tags: [], groups: [], accessKeys: [] };
    users.put(keyOfName(name), user);
  }
  return { arn: arnOf(accountId, "user", user), id: user.id };
}

/** Counts a key that was made from outside among those of its user, or of the root user. */
export function listKey(world: World, accountId: string, userName: string | undefined, accessKeyId: string): void {
  if (userName === undefined) {
    changeSettings(world, accountId, { rootAccessKeys: [...(settingsOf(world, accountId).rootAccessKeys ?? []), accessKeyId] });
    return;
  }
  const user = usersOf(world, accountId).get(keyOfName(userName));
  if (user !== undefined) usersOf(world, accountId).put(keyOfName(userName), { ...user, accessKeys: [...user.accessKeys, accessKeyId] });
}
