import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Constraint } from "../../operation.ts";
import type { World } from "../../world.ts";
import { EXISTING_USER_NAME, GROUP_NAME, ROLE_NAME } from "./constraints.ts";
import type { IdentityRecord } from "./state.ts";
import { findGroup, findOwnRole, findRole, findUser, putGroup, putRole, putUser } from "./stored.ts";

/** What policies hang on: users, groups and roles, treated alike. */
export interface IdentityKind {
  readonly kind: "User" | "Group" | "Role";
  /** The input member that names one. */
  readonly member: "UserName" | "GroupName" | "RoleName";
  readonly constraint: Constraint;
  readonly mostAttached: number;
  readonly mostInlineSize: number;
  /** The error of changing one that belongs to a service, where there are such. */
  readonly protects: readonly string[];
  find(world: World, accountId: string, name: string): IdentityRecord;
  /** Changes what hangs on one; refuses roles that belong to services. */
  change(world: World, accountId: string, name: string, policies: Partial<Pick<IdentityRecord, "inline" | "attached">>): void;
}

const USER: IdentityKind = {
  kind: "User",
  member: "UserName",
  constraint: EXISTING_USER_NAME,
  mostAttached: IAM_QUOTAS.attachedPoliciesPerUser,
  mostInlineSize: IAM_QUOTAS.userInlineSize,
  protects: [],
  find: findUser,
  change: (world, accountId, name, policies) => putUser(world, accountId, { ...findUser(world, accountId, name), ...policies }),
};

const GROUP: IdentityKind = {
  kind: "Group",
  member: "GroupName",
  constraint: GROUP_NAME,
  mostAttached: IAM_QUOTAS.attachedPoliciesPerGroup,
  mostInlineSize: IAM_QUOTAS.groupInlineSize,
  protects: [],
  find: findGroup,
  change: (world, accountId, name, policies) => putGroup(world, accountId, { ...findGroup(world, accountId, name), ...policies }),
};

const ROLE: IdentityKind = {
  kind: "Role",
  member: "RoleName",
  constraint: ROLE_NAME,
  mostAttached: IAM_QUOTAS.attachedPoliciesPerRole,
  mostInlineSize: IAM_QUOTAS.roleInlineSize,
  protects: ["UnmodifiableEntity"],
  find: findRole,
  change: (world, accountId, name, policies) => putRole(world, accountId, { ...findOwnRole(world, accountId, name), ...policies }),
};

export const IDENTITY_KINDS: readonly IdentityKind[] = [USER, GROUP, ROLE];

/** The name in an input, under the member of its kind. */
export type NamedInput = Readonly<Partial<Record<IdentityKind["member"], string>>>;

export const nameIn = ({ member }: IdentityKind, input: NamedInput): string => input[member] ?? "";
