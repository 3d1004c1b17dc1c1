import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { boundaryNamed, describeBoundary } from "./boundaries.ts";
import { ARN, MAX_SESSION_DURATION, PAGE, PATH, PATH_PREFIX, POLICY_DOCUMENT, required, ROLE_DESCRIPTION, ROLE_NAME, TAGS } from "./constraints.ts";
import { alreadyExists, invalidInput, mustFirst, overQuota } from "./errors.ts";
import { newId } from "./ids.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { encodeDocument } from "./policy-document.ts";
import { instanceProfilesOf, lastUseTable, type RoleRecord, type Tag } from "./state.ts";
import { deleteRole, findOwnRole, findRole, putRole, roleNamed, rolesOf } from "./stored.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";
import { readTrust, trustPolicy } from "./trust.ts";

/** What lists show. */
export const describeRole = (world: World, accountId: string, role: RoleRecord) => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: arnOf(accountId, "role", role),
  CreateDate: role.createdAt,
  AssumeRolePolicyDocument: encodeDocument(readTrust(world, role.trust)),
  Description: role.description,
  MaxSessionDuration: role.maxSessionDuration,
});

export function describeLastUse(world: World, role: RoleRecord) {
  const use = lastUseTable(world).get(role.id);
  return use === undefined ? {} : { LastUsedDate: use.at, Region: use.region };
}

export const describeWholeRole = (world: World, accountId: string, role: RoleRecord) => ({
  ...describeRole(world, accountId, role),
  PermissionsBoundary: describeBoundary(role.boundary),
  Tags: role.tags.length > 0 ? role.tags : undefined,
  RoleLastUsed: describeLastUse(world, role),
});

/** Room for one more role of this name. */
export function admitRole(world: World, accountId: string, name: string): void {
  if (roleNamed(world, accountId, name) !== undefined) throw alreadyExists("Role", name);
  if (rolesOf(world, accountId).length >= IAM_QUOTAS.roles) throw overQuota("RolesPerAccount", IAM_QUOTAS.roles);
}

interface CreateRoleInput {
  readonly Path?: string;
  readonly RoleName: string;
  readonly AssumeRolePolicyDocument: string;
  readonly Description?: string;
  readonly MaxSessionDuration?: number;
  readonly PermissionsBoundary?: string;
  readonly Tags?: readonly Tag[];
}

const createRole = operation<CreateRoleInput>({
  name: "CreateRole",
  input: {
    Path: PATH,
    RoleName: required(ROLE_NAME),
    AssumeRolePolicyDocument: required(POLICY_DOCUMENT),
    Description: ROLE_DESCRIPTION,
    MaxSessionDuration: MAX_SESSION_DURATION,
    PermissionsBoundary: ARN,
    ...TAGS,
  },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "NotImplemented"],
  quotas: [`${IAM_QUOTAS.roles} roles`, `${IAM_QUOTAS.trustPolicySize} characters of trust policy`, TAGS_QUOTA],
  run(call, input) {
    const accountId = accountOf(call);
    const path = input.Path ?? "/";
    if (/^\/aws-(service-role|reserved)\//.test(path)) throw invalidInput(`The path ${path} is reserved for roles that AWS makes.`);
    // SCPs do not reach roles of this name where their path is not told. Unconfirmed: that AWS refuses it.
    if (input.RoleName.startsWith("AWSServiceRoleFor")) throw invalidInput(`The name ${input.RoleName} is reserved for roles that AWS makes.`);
    admitRole(call.world, accountId, input.RoleName);
    const boundary = input.PermissionsBoundary;
    const role: RoleRecord = {
      id: newId(call.world, "AROA"),
      name: input.RoleName,
      path,
      createdAt: call.now,
      inline: {},
      attached: [],
      tags: newTags(input.Tags),
      boundary: boundary === undefined ? undefined : boundaryNamed(call, boundary),
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration ?? 3_600,
      trust: trustPolicy(call.world, input.AssumeRolePolicyDocument),
    };
    putRole(call.world, accountId, role);
    const { RoleLastUsed: _unused, ...described } = describeWholeRole(call.world, accountId, role);
    return { Role: described };
  },
});

const getRole = operation<{ RoleName: string }>({
  name: "GetRole",
  input: { RoleName: required(ROLE_NAME) },
  errors: ["NoSuchEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    return { Role: describeWholeRole(call.world, accountId, findRole(call.world, accountId, input.RoleName)) };
  },
});

const listRoles = operation<{ PathPrefix?: string } & PageInput>({
  name: "ListRoles",
  input: { PathPrefix: PATH_PREFIX, ...PAGE },
  errors: ["ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const chosen = rolesOf(call.world, accountId).filter(({ path }) => path.startsWith(input.PathPrefix ?? "/"));
    const { items, ...rest } = page(input, chosen, ({ name }) => name);
    return { Roles: items.map((role) => describeRole(call.world, accountId, role)), ...rest };
  },
});

/** A duration that is not given goes back to an hour; a description stays. */
const updateRole = operation<{ RoleName: string; Description?: string; MaxSessionDuration?: number }>({
  name: "UpdateRole",
  input: { RoleName: required(ROLE_NAME), Description: ROLE_DESCRIPTION, MaxSessionDuration: MAX_SESSION_DURATION },
  errors: ["NoSuchEntity", "UnmodifiableEntity"],
  run(call, input) {
    const role = findOwnRole(call.world, accountOf(call), input.RoleName);
    const description = input.Description ?? role.description;
    putRole(call.world, accountOf(call), { ...role, description, maxSessionDuration: input.MaxSessionDuration ?? 3_600 });
    return {};
  },
});

const updateRoleDescription = operation<{ RoleName: string; Description: string }>({
  name: "UpdateRoleDescription",
  input: { RoleName: required(ROLE_NAME), Description: required(ROLE_DESCRIPTION) },
  errors: ["NoSuchEntity", "UnmodifiableEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const role = { ...findOwnRole(call.world, accountId, input.RoleName), description: input.Description };
    putRole(call.world, accountId, role);
    return { Role: describeRole(call.world, accountId, role) };
  },
});

const updateAssumeRolePolicy = operation<{ RoleName: string; PolicyDocument: string }>({
  name: "UpdateAssumeRolePolicy",
  input: { RoleName: required(ROLE_NAME), PolicyDocument: required(POLICY_DOCUMENT) },
  errors: ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "UnmodifiableEntity"],
  quotas: [`${IAM_QUOTAS.trustPolicySize} characters`],
  run(call, input) {
    const role = findOwnRole(call.world, accountOf(call), input.RoleName);
    putRole(call.world, accountOf(call), { ...role, trust: trustPolicy(call.world, input.PolicyDocument) });
    return {};
  },
});

const deleteRoleOperation = operation<{ RoleName: string }>({
  name: "DeleteRole",
  input: { RoleName: required(ROLE_NAME) },
  errors: ["DeleteConflict", "NoSuchEntity", "UnmodifiableEntity"],
  run(call, input) {
    const accountId = accountOf(call);
    const role = findOwnRole(call.world, accountId, input.RoleName);
    const profiles = Array.from(instanceProfilesOf(call.world, accountId).values());
    if (profiles.some(({ roleName }) => roleName === role.name)) throw mustFirst("remove roles from instance profile");
    if (role.attached.length > 0) throw mustFirst("detach all policies");
    if (Object.keys(role.inline).length > 0) throw mustFirst("delete policies");
    deleteRole(call.world, accountId, role.name);
    lastUseTable(call.world).delete(role.id);
    return {};
  },
});

export const roleOperations = [createRole, getRole, listRoles, updateRole, updateRoleDescription, updateAssumeRolePolicy, deleteRoleOperation];
