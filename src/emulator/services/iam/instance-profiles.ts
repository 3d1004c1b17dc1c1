import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { INSTANCE_PROFILE_NAME, PAGE, PATH, PATH_PREFIX, required, ROLE_NAME, TAGS } from "./constraints.ts";
import { entityAlreadyExists, mustFirst, noSuchEntity, overQuota } from "./errors.ts";
import { newId } from "./ids.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { describeRole } from "./roles.ts";
import { type InstanceProfileRecord, instanceProfilesOf, keyOfName, type Tag } from "./state.ts";
import { findInstanceProfile, findOwnRole, findRole, putInstanceProfile } from "./stored.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";

export const describeInstanceProfile = (world: World, accountId: string, profile: InstanceProfileRecord) => ({
  Path: profile.path,
  InstanceProfileName: profile.name,
  InstanceProfileId: profile.id,
  Arn: arnOf(accountId, "instance-profile", profile),
  CreateDate: profile.createdAt,
  Roles: profile.roleName === undefined ? [] : [describeRole(world, accountId, findRole(world, accountId, profile.roleName))],
});

const describeWhole = (world: World, accountId: string, profile: InstanceProfileRecord) => ({
  ...describeInstanceProfile(world, accountId, profile),
  Tags: profile.tags,
});

const createInstanceProfile = operation<{ InstanceProfileName: string; Path?: string; Tags?: readonly Tag[] }>({
  name: "CreateInstanceProfile",
  input: { InstanceProfileName: required(INSTANCE_PROFILE_NAME), Path: PATH, ...TAGS },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded"],
  quotas: [`${IAM_QUOTAS.instanceProfiles} instance profiles`, TAGS_QUOTA],
  run(call, input) {
    const accountId = accountOf(call);
    const profiles = instanceProfilesOf(call.world, accountId);
    const name = input.InstanceProfileName;
    if (profiles.has(keyOfName(name))) throw entityAlreadyExists(`Instance Profile ${name} already exists.`);
    if (profiles.size >= IAM_QUOTAS.instanceProfiles) throw overQuota("InstanceProfilesPerAccount", IAM_QUOTAS.instanceProfiles);
    const profile = { id: newId(call.world, "AIPA"), name, path: input.Path ?? "/", createdAt: call.now, tags: newTags(input.Tags) };
    putInstanceProfile(call.world, accountId, profile);
    return { InstanceProfile: describeWhole(call.world, accountId, profile) };
  },
});

const getInstanceProfile = operation<{ InstanceProfileName: string }>({
  name: "GetInstanceProfile",
  input: { InstanceProfileName: required(INSTANCE_PROFILE_NAME) },
  errors: ["NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    return { InstanceProfile: describeWhole(call.world, accountId, findInstanceProfile(call.world, accountId, input.InstanceProfileName)) };
  },
});

const listInstanceProfiles = operation<{ PathPrefix?: string } & PageInput>({
  name: "ListInstanceProfiles",
  input: { PathPrefix: PATH_PREFIX, ...PAGE },
  errors: ["ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const chosen = Array.from(instanceProfilesOf(call.world, accountId).values()).filter(({ path }) => path.startsWith(input.PathPrefix ?? "/"));
    const { items, ...rest } = page(input, chosen, ({ name }) => name);
    return { InstanceProfiles: items.map((profile) => describeInstanceProfile(call.world, accountId, profile)), ...rest };
  },
});

const listInstanceProfilesForRole = operation<{ RoleName: string } & PageInput>({
  name: "ListInstanceProfilesForRole",
  input: { RoleName: required(ROLE_NAME), ...PAGE },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const role = findRole(call.world, accountId, input.RoleName);
    const chosen = Array.from(instanceProfilesOf(call.world, accountId).values()).filter(({ roleName }) => roleName === role.name);
    const { items, ...rest } = page(input, chosen, ({ name }) => name);
    return { InstanceProfiles: items.map((profile) => describeInstanceProfile(call.world, accountId, profile)), ...rest };
  },
});

const deleteInstanceProfile = operation<{ InstanceProfileName: string }>({
  name: "DeleteInstanceProfile",
  input: { InstanceProfileName: required(INSTANCE_PROFILE_NAME) },
  errors: ["DeleteConflict", "NoSuchEntity"],
  run(call, input) {
    const profile = findInstanceProfile(call.world, accountOf(call), input.InstanceProfileName);
    if (profile.roleName !== undefined) throw mustFirst("remove roles from instance profile");
    instanceProfilesOf(call.world, accountOf(call)).delete(keyOfName(profile.name));
    return {};
  },
});

interface RoleInput {
  readonly InstanceProfileName: string;
  readonly RoleName: string;
}

const ROLE_INPUT = { InstanceProfileName: required(INSTANCE_PROFILE_NAME), RoleName: required(ROLE_NAME) };

const addRoleToInstanceProfile = operation<RoleInput>({
  name: "AddRoleToInstanceProfile",
  input: ROLE_INPUT,
  errors: ["LimitExceeded", "NoSuchEntity", "UnmodifiableEntity"],
  quotas: [`${IAM_QUOTAS.rolesPerInstanceProfile} role`],
  run(call, input) {
    const profile = findInstanceProfile(call.world, accountOf(call), input.InstanceProfileName);
    const role = findOwnRole(call.world, accountOf(call), input.RoleName);
    if (profile.roleName !== undefined) throw overQuota("InstanceSessionsPerInstanceProfile", IAM_QUOTAS.rolesPerInstanceProfile);
    putInstanceProfile(call.world, accountOf(call), { ...profile, roleName: role.name });
    return {};
  },
});

const removeRoleFromInstanceProfile = operation<RoleInput>({
  name: "RemoveRoleFromInstanceProfile",
  input: ROLE_INPUT,
  errors: ["NoSuchEntity"],
  run(call, input) {
    const { roleName, ...profile } = findInstanceProfile(call.world, accountOf(call), input.InstanceProfileName);
    if (roleName !== input.RoleName) throw noSuchEntity(`The role with name ${input.RoleName} cannot be found.`);
    putInstanceProfile(call.world, accountOf(call), profile);
    return {};
  },
});

export const instanceProfileOperations = [
  createInstanceProfile, getInstanceProfile, listInstanceProfiles, listInstanceProfilesForRole, deleteInstanceProfile,
  addRoleToInstanceProfile, removeRoleFromInstanceProfile,
];
