import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { describeBoundary } from "./boundaries.ts";
import { PAGE } from "./constraints.ts";
import { describeGroup } from "./groups.ts";
import { describeInstanceProfile } from "./instance-profiles.ts";
import { AWS_MANAGED_POLICIES } from "./managed/index.ts";
import { attachmentCounts, managedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { encodeDocument } from "./policy-document.ts";
import { describeLastUse, describeRole } from "./roles.ts";
import { groupsOf, type IdentityRecord, instanceProfilesOf, policiesOf, type RoleRecord, usersOf } from "./state.ts";
import { rolesOf } from "./stored.ts";
import { describeUser } from "./users.ts";

const FILTERS = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"] as const;
type Filter = (typeof FILTERS)[number];

/** Something to show, described only when its page comes. */
interface Entry {
  readonly filter: Filter;
  readonly name: string;
  describe(): object;
}

const inlineOf = ({ inline }: IdentityRecord) => Object.entries(inline).map(([PolicyName, document]) => ({ PolicyName, PolicyDocument: encodeDocument(document) }));

const attachedOf = (world: World, accountId: string, { attached }: IdentityRecord) =>
  attached.map((PolicyArn) => ({ PolicyName: managedPolicy(world, accountId, PolicyArn)?.policy.name ?? PolicyArn.split("/").at(-1), PolicyArn }));

function identities(world: World, accountId: string): Entry[] {
  const users = Array.from(usersOf(world, accountId).values(), (user): Entry => ({
    filter: "User",
    name: user.name,
    describe: () => ({
      ...describeUser(accountId, user),
      UserPolicyList: inlineOf(user),
      GroupList: user.groups,
      AttachedManagedPolicies: attachedOf(world, accountId, user),
      PermissionsBoundary: describeBoundary(user.boundary),
      Tags: user.tags,
    }),
  }));
  const groups = Array.from(groupsOf(world, accountId).values(), (group): Entry => ({
    filter: "Group",
    name: group.name,
    describe: () => ({ ...describeGroup(accountId, group), GroupPolicyList: inlineOf(group), AttachedManagedPolicies: attachedOf(world, accountId, group) }),
  }));
  const roles = rolesOf(world, accountId).map((role): Entry => ({ filter: "Role", name: role.name, describe: () => describeRoleDetail(world, accountId, role) }));
  return [...users, ...groups, ...roles];
}

function describeRoleDetail(world: World, accountId: string, role: RoleRecord) {
  const profiles = Array.from(instanceProfilesOf(world, accountId).values()).filter(({ roleName }) => roleName === role.name);
  return {
    ...describeRole(world, accountId, role),
    InstanceProfileList: profiles.map((profile) => describeInstanceProfile(world, accountId, profile)),
    RolePolicyList: inlineOf(role),
    AttachedManagedPolicies: attachedOf(world, accountId, role),
    PermissionsBoundary: describeBoundary(role.boundary),
    Tags: role.tags,
    RoleLastUsed: describeLastUse(world, role),
  };
}

/** The customer's policies, and those of AWS that are in use. */
function policies(world: World, accountId: string): Entry[] {
  const counts = attachmentCounts(world, accountId);
  const usage = (arn: string) => ({ AttachmentCount: counts.attached.get(arn) ?? 0, PermissionsBoundaryUsageCount: counts.boundary.get(arn) ?? 0, IsAttachable: true });
  const customer = Array.from(policiesOf(world, accountId).values(), (policy): Entry => ({
    filter: "LocalManagedPolicy",
    name: policy.name,
    describe() {
      const Arn = arnOf(accountId, "policy", policy);
      const versions = policy.versions.map(({ id, document, createdAt }) => ({
        Document: encodeDocument(document), VersionId: id, IsDefaultVersion: id === policy.defaultVersion, CreateDate: createdAt,
      }));
      const { name: PolicyName, id: PolicyId, path: Path, defaultVersion: DefaultVersionId, description: Description } = policy;
      const dates = { CreateDate: policy.createdAt, UpdateDate: policy.updatedAt };
      return { PolicyName, PolicyId, Arn, Path, DefaultVersionId, Description, ...usage(Arn), ...dates, PolicyVersionList: versions.toReversed() };
    },
  }));
  const aws = AWS_MANAGED_POLICIES.filter(({ arn }) => counts.attached.has(arn) || counts.boundary.has(arn)).map((policy): Entry => ({
    filter: "AWSManagedPolicy",
    name: policy.name,
    describe() {
      const { name: PolicyName, id: PolicyId, arn: Arn, path: Path, version: VersionId } = policy;
      // A document that is not reproduced here is left out, not made up.
      const Document = policy.document === undefined ? undefined : encodeDocument(policy.document);
      const version = { Document, VersionId, IsDefaultVersion: true, CreateDate: policy.updatedAt };
      const dates = { CreateDate: policy.createdAt, UpdateDate: policy.updatedAt };
      return { PolicyName, PolicyId, Arn, Path, DefaultVersionId: VersionId, ...usage(Arn), ...dates, PolicyVersionList: [version] };
    },
  }));
  return [...customer, ...aws];
}

/** Everything comes in one list, cut into pages together. */
const getAccountAuthorizationDetails = operation<{ Filter?: readonly Filter[] } & PageInput>({
  name: "GetAccountAuthorizationDetails",
  input: { "Filter[]": { values: FILTERS }, ...PAGE },
  errors: ["ValidationError"],
  run(call, input) {
    const wanted = input.Filter?.length ? input.Filter : FILTERS;
    const accountId = accountOf(call);
    const chosen = [...identities(call.world, accountId), ...policies(call.world, accountId)].filter(({ filter }) => wanted.includes(filter));
    const { items, ...rest } = page(input, chosen, ({ filter, name }) => `${FILTERS.indexOf(filter)} ${name}`);
    const described = (...filters: readonly Filter[]) => items.filter(({ filter }) => filters.includes(filter)).map((entry) => entry.describe());
    return {
      UserDetailList: described("User"),
      GroupDetailList: described("Group"),
      RoleDetailList: described("Role"),
      Policies: described("LocalManagedPolicy", "AWSManagedPolicy"),
      ...rest,
    };
  },
});

export const authorizationDetailsOperations = [getAccountAuthorizationDetails];
