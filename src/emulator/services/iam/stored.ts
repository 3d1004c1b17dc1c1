import type { World } from "../../world.ts";
import { dayOneRoles } from "./day-one.ts";
import { noSuchEntity, notFound, protectedRole } from "./errors.ts";
import type { GroupRecord, InstanceProfileRecord, RoleRecord, UserRecord } from "./state.ts";
import { changeSettings, groupsOf, instanceProfilesOf, keyOfName, settingsOf, storedRolesOf, usersOf } from "./state.ts";

/** A record under its exact name. Unconfirmed: that AWS, which takes no two names that differ by case, finds none by another case. */
const exact = <T extends { readonly name: string }>(record: T | undefined, name: string): T | undefined => (record?.name === name ? record : undefined);

export function findUser(world: World, accountId: string, name: string): UserRecord {
  const user = exact(usersOf(world, accountId).get(keyOfName(name)), name);
  if (user === undefined) throw notFound("user", name);
  return user;
}

export const putUser = (world: World, accountId: string, user: UserRecord): void => usersOf(world, accountId).put(keyOfName(user.name), user);

export function findGroup(world: World, accountId: string, name: string): GroupRecord {
  const group = exact(groupsOf(world, accountId).get(keyOfName(name)), name);
  if (group === undefined) throw notFound("group", name);
  return group;
}

export const putGroup = (world: World, accountId: string, group: GroupRecord): void => groupsOf(world, accountId).put(keyOfName(group.name), group);

/** The role a name is taken by, whatever its case. */
export function roleNamed(world: World, accountId: string, name: string): RoleRecord | undefined {
  const key = keyOfName(name);
  const stored = storedRolesOf(world, accountId).get(key);
  if (stored !== undefined || settingsOf(world, accountId).removedRoles?.includes(key)) return stored;
  return dayOneRoles(world, accountId).find((role) => keyOfName(role.name) === key);
}

export function rolesOf(world: World, accountId: string): RoleRecord[] {
  const stored = storedRolesOf(world, accountId);
  const removed = settingsOf(world, accountId).removedRoles ?? [];
  const untouched = dayOneRoles(world, accountId).filter(({ name }) => !stored.has(keyOfName(name)) && !removed.includes(keyOfName(name)));
  return [...untouched, ...stored.values()];
}

export function findRole(world: World, accountId: string, name: string): RoleRecord {
  const role = exact(roleNamed(world, accountId, name), name);
  if (role === undefined) throw notFound("role", name);
  return role;
}

/** A role that its account may change: not one that belongs to a service. */
export function findOwnRole(world: World, accountId: string, name: string): RoleRecord {
  const role = findRole(world, accountId, name);
  if (role.linkedService !== undefined) throw protectedRole(name);
  return role;
}

export const putRole = (world: World, accountId: string, role: RoleRecord): void => storedRolesOf(world, accountId).put(keyOfName(role.name), role);

/** Forgets a role, and remembers that one of day one is gone. */
export function deleteRole(world: World, accountId: string, name: string): void {
  const key = keyOfName(name);
  storedRolesOf(world, accountId).delete(key);
  if (!dayOneRoles(world, accountId).some((role) => keyOfName(role.name) === key)) return;
  changeSettings(world, accountId, { removedRoles: [...(settingsOf(world, accountId).removedRoles ?? []), key] });
}

export function findInstanceProfile(world: World, accountId: string, name: string): InstanceProfileRecord {
  const profile = exact(instanceProfilesOf(world, accountId).get(keyOfName(name)), name);
  if (profile === undefined) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

export const putInstanceProfile = (world: World, accountId: string, profile: InstanceProfileRecord): void =>
  instanceProfilesOf(world, accountId).put(keyOfName(profile.name), profile);
