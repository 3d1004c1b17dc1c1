import type { Call } from "../operation.ts";
import { AwsError } from "../aws-error.ts";
import { joinsWith } from "../services/organizations/handshakes/parties.ts";
import { newArn, type NewKind } from "../services/organizations/resources.ts";
import { knownAccountsTable, organizationsTable } from "../services/organizations/state.ts";
import { missingLinkedRole } from "./linked-role.ts";
import { type Further, type FurtherSubject, type Input, textIn } from "./subject.ts";
import { newResourceTags, requestTags, unclearRequestTags } from "./tags.ts";

const SERVICE = "organizations.amazonaws.com";

/** Unconfirmed: AWS's words. */
const linkedRoleDenied = (): AwsError =>
  new AwsError("AccessDeniedForDependencyException", "The request failed because your credentials do not have permission to create the service-linked role required by AWS Organizations.", {
    fields: { Reason: "ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE" },
  });

const linkedRole = (isNeeded: (call: Call, input: Input) => boolean): Further => ({
  action: "iam:CreateServiceLinkedRole",
  subject: (call, input) => (isNeeded(call, input) ? missingLinkedRole(call, SERVICE) : undefined),
  refusal: linkedRoleDenied,
});

/** Unconfirmed: that what has no id yet is asked for by an ARN that ends in `*`, as with the call itself. */
const tagging = (kind: NewKind): Further => ({
  action: "organizations:TagResource",
  given: "Tags",
  subject(call, input): FurtherSubject {
    const organization = organizationsTable(call.world).get(knownAccountsTable(call.world).get(call.principal.accountId)?.organizationId ?? "");
    const type = kind === "policy" ? textIn(input, "Type") : undefined;
    const transfer = kind === "transfer" ? { "organizations:TransferDirection": "INBOUND", "organizations:TransferType": "BILLING" } : {};
    return {
      resources: organization === undefined ? [] : [{ arn: newArn(organization, kind, type) }],
      keys: { ...requestTags(input), "organizations:PolicyType": type, ...transfer },
      unclear: [...newResourceTags(input), ...(unclearRequestTags(input) ?? [])],
      ownedByCaller: true,
    };
  },
});

/**
 * Source: Organizations API Reference, the pages of these operations; an invitation's tags go to the account.
 * Unconfirmed: the two that the pages do not speak of, PutResourcePolicy and InviteOrganizationToTransferResponsibility.
 */
export const ORGANIZATIONS_FURTHER: Readonly<Record<string, readonly Further[]>> = {
  AcceptHandshake: [linkedRole((call, input) => joinsWith(call, textIn(input, "HandshakeId") ?? ""))],
  CreateAccount: [tagging("account")],
  CreateOrganization: [linkedRole(({ world, principal }) => knownAccountsTable(world).get(principal.accountId)?.organizationId === undefined)],
  CreateOrganizationalUnit: [tagging("ou")],
  CreatePolicy: [tagging("policy")],
  InviteAccountToOrganization: [tagging("account")],
  InviteOrganizationToTransferResponsibility: [tagging("transfer")],
  PutResourcePolicy: [tagging("resourcepolicy")],
};
