import { partitionOfRegion } from "../../../ids/index.ts";
import type { Call, Operation } from "../../operation.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { detachEverything } from "./attached.ts";
import { PAGE } from "./constraints.ts";
import { accessDenied, alreadyInOrganization, constraintViolation, organizationNotEmpty } from "./errors.ts";
import { forgetAllBy } from "./handshakes/lifecycle.ts";
import { addStandaloneAccount, knownAccount } from "./known-accounts.ts";
import { enterOrganization, leaveOrganization } from "./members.ts";
import { operation, organizationOf } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import { forgetPolicy } from "./policies.ts";
import { forgetUnit } from "./units.ts";
import { cancelAll, countPending } from "./pending.ts";
import type { FeatureSet, OrganizationRecord } from "./state.ts";
import {
  accountRequestsTable, accountsTable, allAccounts, allRequests, allUnits, closuresOf, keysOf, knownAccountsTable, organizationsTable, policiesTable,
  resourcePoliciesTable, ROOT_ROW, serviceAccessOf, tagsTable, unitsTable,
} from "./state.ts";
import { forgetTransfer, transfersWith } from "./transfers/records.ts";
import { isActive } from "./transfers/state.ts";

function describe(world: World, organization: OrganizationRecord) {
  return {
    Id: organization.id,
    Arn: arnOf(organization, "organization"),
    FeatureSet: organization.featureSet,
    MasterAccountArn: arnOf(organization, "account", organization.managementAccountId),
    MasterAccountId: organization.managementAccountId,
    MasterAccountEmail: knownAccount(world, organization.managementAccountId).email,
    AvailablePolicyTypes: organization.featureSet === "ALL" ? [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] : [],
  };
}

/**
 * The API page says that SCPs come enabled; organizations created in the field have no policy type enabled
 * (AWS's own CloudFormation resource and Terraform's provider both met that), and so it is here.
 */
const createOrganization: Operation<{ FeatureSet?: FeatureSet }, object> = {
  name: "CreateOrganization",
  input: { FeatureSet: { values: ["ALL", "CONSOLIDATED_BILLING"] } },
  errors: ["AccessDeniedException", "AccessDeniedForDependencyException.ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE", "AlreadyInOrganizationException"],
  run(call, input) {
    if (organizationOf(call) !== undefined) throw alreadyInOrganization();
    admitCaller(call);
    const organization: OrganizationRecord = {
      id: `o-${call.world.randomId(10)}`,
      partition: partitionOfRegion(call.region)?.partition ?? "aws",
      featureSet: input.FeatureSet ?? "ALL",
      managementAccountId: call.principal.accountId,
      rootId: newRootId(call.world),
      createdAt: call.now,
      policyTypes: {},
    };
    organizationsTable(call.world).put(organization.id, organization);
    enterOrganization(call.world, {
      id: organization.managementAccountId,
      organizationId: organization.id,
      parentId: organization.rootId,
      state: "ACTIVE",
      joinedMethod: "INVITED",
      joinedAt: call.now,
    });
    return { Organization: describe(call.world, organization) };
  },
};

/** Four characters are few: a root id must be no other organization's. */
function newRootId(world: World): string {
  const taken = new Set(Array.from(organizationsTable(world).values(), ({ rootId }) => rootId));
  for (;;) {
    const id = `r-${world.randomId(4)}`;
    if (!taken.has(id)) return id;
  }
}

/** An account that signs requests exists, even if nobody introduced it to the world; one that is gone for good does not. */
function admitCaller(call: Call): void {
  const id = call.principal.accountId;
  const known = knownAccountsTable(call.world).get(id);
  if (known?.goneAt !== undefined) throw accessDenied();
  if (known !== undefined) return;
  addStandaloneAccount(call.world, { id, name: `Account ${id}`, email: `account-${id}@example.com`, createdAt: call.now });
}

const describeOrganization = operation<object, object>({
  name: "DescribeOrganization",
  callers: "member",
  input: {},
  errors: [],
  run: (call) => ({ Organization: describe(call.world, call.organization) }),
});

/** OUs and policies go along; only member accounts, closed ones and ones being created included, stand in the way. */
const deleteOrganization = operation<object, object>({
  name: "DeleteOrganization",
  callers: "management",
  input: {},
  errors: ["ConstraintViolationException.ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS", "OrganizationNotEmptyException"],
  run({ world, organization, now }) {
    const creating = countPending(world, organization.id, "create-account");
    if (allAccounts(world, organization.id).size > 1 || creating > 0) throw organizationNotEmpty();
    endTransfers(world, organization, now);
    for (const id of keysOf(allUnits(world, organization.id))) {
      const unit = unitsTable(world).get(id);
      if (unit !== undefined) forgetUnit(world, unit);
    }
    for (const id of keysOf(policiesTable(world))) {
      const policy = policiesTable(world).get(id);
      if (policy?.organizationId === organization.id) forgetPolicy(world, policy);
    }
    for (const id of keysOf(allRequests(world, organization.id))) {
      accountRequestsTable(world).delete(id);
      allRequests(world, organization.id).delete(id);
    }
    forgetAllBy(world, organization.id);
    for (const id of keysOf(closuresOf(world, organization.id))) closuresOf(world, organization.id).delete(id);
    for (const principal of keysOf(serviceAccessOf(world, organization.id))) serviceAccessOf(world, organization.id).delete(principal);
    tagsTable(world).delete(resourcePoliciesTable(world).get(organization.id)?.id ?? "");
    resourcePoliciesTable(world).delete(organization.id);
    cancelAll(world, organization.id);
    const management = accountsTable(world).get(organization.managementAccountId);
    if (management !== undefined) leaveOrganization(world, management);
    detachEverything(world, organization.id, organization.rootId);
    tagsTable(world).delete(organization.rootId);
    organizationsTable(world).delete(organization.id);
    return {};
  },
});

/** Unconfirmed: that transfers that are over go with either organization. */
function endTransfers(world: World, organization: OrganizationRecord, now: number): void {
  const transfers = transfersWith(world, organization);
  if (transfers.some((transfer) => isActive(transfer, now))) {
    throw constraintViolation("ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS", "You must resolve the current responsibility transfer before you delete the organization.");
  }
  for (const transfer of transfers) forgetTransfer(world, transfer);
}

export function describeRoot(organization: OrganizationRecord) {
  return {
    Id: organization.rootId,
    Arn: arnOf(organization, "root", organization.rootId),
    Name: "Root",
    PolicyTypes: Object.entries(organization.policyTypes).map(([Type, Status]) => ({ Type, Status })),
  };
}

const listRoots = operation<PageInput, object>({
  name: "ListRoots",
  callers: "delegated",
  input: PAGE,
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const { items, NextToken } = page(call, ["ListRoots"], [[call.organization.rootId, ROOT_ROW]], input, () => describeRoot(call.organization));
    return { Roots: items, NextToken };
  },
});

export const organizationOperations = [createOrganization, describeOrganization, deleteOrganization, listRoots];
