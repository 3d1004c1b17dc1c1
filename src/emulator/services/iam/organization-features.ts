import { AwsError } from "../../aws-error.ts";
import type { Call } from "../../operation.ts";
import type { World } from "../../world.ts";
import { delegatedAdministratorsOf, knownAccountsTable, organizationsTable, type OrganizationRecord, serviceAccessOf } from "../organizations/index.ts";
import { accountOf, operation } from "./operation.ts";

/** Central root access. Source: IAM User Guide, "Centrally manage root access for member accounts". */
export type OrganizationFeature = "RootCredentialsManagement" | "RootSessions";

const featuresTable = (world: World) => world.table<readonly OrganizationFeature[]>("iam/organization-features");

export const IAM_PRINCIPAL = "iam.amazonaws.com";

const error = (code: string, message: string): AwsError => new AwsError(code, message);

/** Unconfirmed: how AWS words these, and in which order it looks. */
function administered(call: Call): OrganizationRecord {
  const id = knownAccountsTable(call.world).get(accountOf(call))?.organizationId;
  const organization = id === undefined ? undefined : organizationsTable(call.world).get(id);
  if (organization === undefined) throw error("OrganizationNotFoundException", "No organization is associated with your account.");
  if (organization.featureSet !== "ALL") throw error("OrganizationNotInAllFeaturesModeException", "Your organization does not have all features enabled.");
  if (!administersRootAccess(call.world, organization, accountOf(call))) {
    throw error(
      "AccountNotManagementOrDelegatedAdministratorException",
      "The account is not the management account or a delegated administrator account for centralized root access.",
    );
  }
  if (!hasTrustedAccess(call.world, organization)) {
    throw error("ServiceAccessNotEnabledException", "Trusted access is not enabled for IAM in Organizations.");
  }
  return organization;
}

/** Whether an account is the management account, or one that administers IAM for the organization. */
export function administersRootAccess(world: World, organization: OrganizationRecord, accountId: string): boolean {
  return accountId === organization.managementAccountId || isDelegated(world, organization, accountId);
}

function isDelegated(world: World, { id }: OrganizationRecord, accountId: string): boolean {
  const record = delegatedAdministratorsOf(world, id).get(accountId);
  return record?.services[IAM_PRINCIPAL] !== undefined;
}

const hasTrustedAccess = (world: World, { id }: OrganizationRecord): boolean => serviceAccessOf(world, id).has(IAM_PRINCIPAL);

/** Features last only as long as IAM is trusted. */
export const enabledFeatures = (world: World, organization: OrganizationRecord): readonly OrganizationFeature[] =>
  hasTrustedAccess(world, organization) ? (featuresTable(world).get(organization.id) ?? []) : [];

const describe = (world: World, organization: OrganizationRecord) => ({
  OrganizationId: organization.id,
  EnabledFeatures: enabledFeatures(world, organization),
});

/** A delegated administrator sees and uses the features; the management account switches them. */
function switchable(call: Call): OrganizationRecord {
  const organization = administered(call);
  if (accountOf(call) === organization.managementAccountId) return organization;
  throw error("CallerIsNotManagementAccountException", "The account is not the management account of the organization.");
}

const ERRORS = ["AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException", "ServiceAccessNotEnabledException"];

const enable = (feature: OrganizationFeature) =>
  operation<object>({
    name: `EnableOrganizations${feature}`,
    input: {},
    errors: [...ERRORS, "CallerIsNotManagementAccountException"],
    run(call) {
      const organization = switchable(call);
      const before = featuresTable(call.world).get(organization.id) ?? [];
      if (!before.includes(feature)) featuresTable(call.world).put(organization.id, [...before, feature]);
      return describe(call.world, organization);
    },
  });

const disable = (feature: OrganizationFeature) =>
  operation<object>({
    name: `DisableOrganizations${feature}`,
    input: {},
    errors: ERRORS,
    run(call) {
      const organization = administered(call);
      const before = featuresTable(call.world).get(organization.id) ?? [];
      featuresTable(call.world).put(organization.id, before.filter((other) => other !== feature));
      return describe(call.world, organization);
    },
  });

const listOrganizationsFeatures = operation<object>({
  name: "ListOrganizationsFeatures",
  input: {},
  errors: ERRORS,
  run: (call) => describe(call.world, administered(call)),
});

export const organizationFeatureOperations = [
  enable("RootCredentialsManagement"), enable("RootSessions"), disable("RootCredentialsManagement"), disable("RootSessions"), listOrganizationsFeatures,
];
