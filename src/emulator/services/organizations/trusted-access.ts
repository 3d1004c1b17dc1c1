import type { TrustedService } from "../../../limits/index.ts";
import { trustedService } from "../../../limits/index.ts";
import { PAGE, required, SERVICE_PRINCIPAL } from "./constraints.ts";
import { constraintViolation, invalidInput } from "./errors.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import { nextRow, serviceAccessOf } from "./state.ts";

interface ServiceInput {
  readonly ServicePrincipal: string;
}

const INPUT = { ServicePrincipal: required(SERVICE_PRINCIPAL) };

/** The facts of a principal. One that is missing in the dated list is refused as AWS refuses one that it does not know. */
export function recognizedService(principal: string): TrustedService {
  const service = trustedService(principal);
  if (service === undefined) throw invalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified an unrecognized service principal.");
  return service;
}

/**
 * Source of the need for all features: API Reference, EnableAWSServiceAccess, as it read until 2024.
 * Unconfirmed: that enabling what is enabled changes nothing, the date included.
 */
const enableAwsServiceAccess = operation<ServiceInput, object>({
  name: "EnableAWSServiceAccess",
  callers: "management",
  input: INPUT,
  errors: ["ConstraintViolationException.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "InvalidInputException.UNRECOGNIZED_SERVICE_PRINCIPAL"],
  run({ world, organization, now }, input) {
    const { principal } = recognizedService(input.ServicePrincipal);
    if (organization.featureSet !== "ALL") {
      throw constraintViolation("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "You can enable service access only when all features are enabled.");
    }
    const enabled = serviceAccessOf(world, organization.id);
    if (!enabled.has(principal)) enabled.put(principal, { ...nextRow(world), enabledAt: now });
    return {};
  },
});

/** Unconfirmed: that disabling what is not enabled is no error, and that delegated administrators stay registered. */
const disableAwsServiceAccess = operation<ServiceInput, object>({
  name: "DisableAWSServiceAccess",
  callers: "management",
  input: INPUT,
  errors: ["ConstraintViolationException.POLICY_TYPE_ENABLED_FOR_THIS_SERVICE", "InvalidInputException.UNRECOGNIZED_SERVICE_PRINCIPAL"],
  run({ world, organization }, input) {
    const { principal, policyType } = recognizedService(input.ServicePrincipal);
    if (policyType !== undefined && organization.policyTypes[policyType] !== undefined) {
      throw constraintViolation("POLICY_TYPE_ENABLED_FOR_THIS_SERVICE", `You must disable the policy type ${policyType} before you disable service access.`);
    }
    serviceAccessOf(world, organization.id).delete(principal);
    return {};
  },
});

const listAwsServiceAccess = operation<PageInput, object>({
  name: "ListAWSServiceAccessForOrganization",
  callers: "delegated",
  input: PAGE,
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const enabled = serviceAccessOf(call.world, call.organization.id);
    const { items, NextToken } = page(call, ["ListAWSServiceAccessForOrganization"], enabled, input, (principal) => {
      const access = enabled.get(principal);
      return access && { ServicePrincipal: principal, DateEnabled: new Date(access.enabledAt) };
    });
    return { EnabledServicePrincipals: items, NextToken };
  },
});

export const trustedAccessOperations = [enableAwsServiceAccess, disableAwsServiceAccess, listAwsServiceAccess];
