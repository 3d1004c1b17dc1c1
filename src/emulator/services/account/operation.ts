import type { Call, Constraint, Operation } from "../../operation.ts";
import type { KnownAccount, OrganizationRecord } from "../organizations/index.ts";
import { accountsTable, delegatedAdministratorsOf, knownAccountsTable, organizationsTable, serviceAccessOf } from "../organizations/index.ts";
import { accessDenied } from "./errors.ts";

export const ACCOUNT_MANAGEMENT = "account.amazonaws.com";

/** A call about an account: the caller's own, or a member that it may speak for. */
export interface AccountCall extends Call {
  readonly account: KnownAccount;
}

interface AccountOperation<Input, Output> {
  readonly name: string;
  /** Without `AccountId`, which every operation has. */
  readonly input: Readonly<Record<string, Constraint>>;
  /** The operation is for members only, and `AccountId` must be there. */
  readonly members?: true;
  /** Without that which says that the caller may not ask about the account. */
  readonly errors: readonly string[];
  run(call: AccountCall, input: Input): Output;
}

const ACCOUNT_ID = /^\d{12}$/;

/** An operation about the account that `AccountId` names, or the caller's own. */
export function operation<Input extends object, Output>(spec: AccountOperation<Input, Output>): Operation<Input & { AccountId?: string }, Output> {
  return {
    name: spec.name,
    input: { ...spec.input, AccountId: { pattern: ACCOUNT_ID, ...(spec.members && { required: true }) } },
    errors: ["AccessDeniedException", ...spec.errors],
    run: (call, input) => spec.run({ ...call, account: findAccount(call, spec.name, input.AccountId) }, input),
  };
}

function findAccount(call: Call, operationName: string, accountId: string | undefined): KnownAccount {
  if (accountId !== undefined) refuseUnlessSpokenFor(call, operationName, accountId);
  const account = knownAccountsTable(call.world).get(accountId ?? call.principal.accountId);
  if (account === undefined) throw accessDenied(call.principal.arn, operationName);
  return account;
}

/**
 * Only the management account and a delegated administrator may name an account, and only a member: never the
 * management account, which acts without the parameter.
 * Sources: Account Management Reference Guide, "Trusted access and AWS Organizations"; the API model. The words in
 * brackets are those that users of AWS quote.
 * Unconfirmed: what is said about an account of another organization.
 */
function refuseUnlessSpokenFor({ world, principal }: Call, operationName: string, accountId: string): void {
  const organization = organizationsTable(world).get(knownAccountsTable(world).get(principal.accountId)?.organizationId ?? "");
  const deny = (why?: string) => accessDenied(principal.arn, operationName, why);
  if (organization === undefined) throw deny();
  const isManagement = principal.accountId === organization.managementAccountId;
  if (!isManagement && !isAdministrator(world, organization, principal.accountId)) throw deny();
  if (accountId === organization.managementAccountId) {
    throw deny("The management account can only be managed using the standalone context from the management account.");
  }
  if (organization.featureSet !== "ALL") throw deny("Your organization must first enable all features.");
  if (!serviceAccessOf(world, organization.id).has(ACCOUNT_MANAGEMENT)) {
    throw deny("Your organization must first enable trusted access with AWS Account Management.");
  }
  if (accountsTable(world).get(accountId)?.organizationId !== organization.id) throw deny("The account is not a member of your organization.");
}

const isAdministrator = (world: Call["world"], organization: OrganizationRecord, accountId: string): boolean =>
  delegatedAdministratorsOf(world, organization.id).get(accountId)?.services[ACCOUNT_MANAGEMENT] !== undefined;
