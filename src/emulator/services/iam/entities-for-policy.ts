import { ARN, PAGE, PATH, required } from "./constraints.ts";
import { findManagedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { groupsOf, type IdentityRecord, usersOf } from "./state.ts";
import { rolesOf } from "./stored.ts";

type EntityFilter = "User" | "Role" | "Group";

interface EntitiesInput extends PageInput {
  readonly PolicyArn: string;
  readonly EntityFilter?: EntityFilter | "LocalManagedPolicy" | "AWSManagedPolicy";
  readonly PathPrefix?: string;
  readonly PolicyUsageFilter?: "PermissionsPolicy" | "PermissionsBoundary";
}

interface Entity {
  readonly kind: EntityFilter;
  readonly record: IdentityRecord & { readonly boundary?: string };
}

/** Users, groups and roles come in one list, cut into pages together. */
const listEntitiesForPolicy = operation<EntitiesInput>({
  name: "ListEntitiesForPolicy",
  input: {
    PolicyArn: required(ARN),
    EntityFilter: { values: ["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"] },
    PathPrefix: PATH,
    PolicyUsageFilter: { values: ["PermissionsPolicy", "PermissionsBoundary"] },
    ...PAGE,
  },
  errors: ["NoSuchEntity", "NotImplemented", "ValidationError"],
  run(call, input) {
    const { world } = call;
    const accountId = accountOf(call);
    findManagedPolicy(world, accountId, input.PolicyArn);
    const entities: Entity[] = [
      ...Array.from(groupsOf(world, accountId).values(), (record) => ({ kind: "Group" as const, record })),
      ...Array.from(usersOf(world, accountId).values(), (record) => ({ kind: "User" as const, record })),
      ...rolesOf(world, accountId).map((record) => ({ kind: "Role" as const, record })),
    ];
    const chosen = entities.filter((entity) => isWanted(entity, input));
    const { items, ...rest } = page(input, chosen, ({ kind, record }) => `${kind} ${record.name}`);
    const named = (kind: EntityFilter) => items.filter((entity) => entity.kind === kind).map(({ record }) => record);
    return {
      PolicyGroups: named("Group").map(({ name, id }) => ({ GroupName: name, GroupId: id })),
      PolicyUsers: named("User").map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyRoles: named("Role").map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      ...rest,
    };
  },
});

function isWanted({ kind, record }: Entity, { PolicyArn, EntityFilter, PathPrefix, PolicyUsageFilter }: EntitiesInput): boolean {
  if (EntityFilter !== undefined && EntityFilter !== kind) return false;
  if (!record.path.startsWith(PathPrefix ?? "/")) return false;
  const isAttached = PolicyUsageFilter !== "PermissionsBoundary" && record.attached.includes(PolicyArn);
  const isBoundary = PolicyUsageFilter !== "PermissionsPolicy" && record.boundary === PolicyArn;
  return isAttached || isBoundary;
}

export const entityOperations = [listEntitiesForPolicy];
