import { describeMember, findAccount } from "./accounts.ts";
import { ACCOUNT, PAGE, required, SERVICE_PRINCIPAL } from "./constraints.ts";
import { accountAlreadyRegistered, accountNotRegistered, constraintViolation, invalidInput } from "./errors.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import { delegatedAdministratorsOf, nextRow, serviceAccessOf } from "./state.ts";
import { recognizedService } from "./trusted-access.ts";

interface DelegationInput {
  readonly AccountId: string;
  readonly ServicePrincipal: string;
}

const INPUT = { AccountId: required(ACCOUNT), ServicePrincipal: required(SERVICE_PRINCIPAL) };

/** Unconfirmed: the order in which AWS looks for what stands against it, and the reason for a service without such administrators. */
const registerDelegatedAdministrator = operation<DelegationInput, object>({
  name: "RegisterDelegatedAdministrator",
  callers: "management",
  input: INPUT,
  errors: [
    "AccountAlreadyRegisteredException", "AccountNotFoundException", "ConstraintViolationException.CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
    "ConstraintViolationException.CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR",
    "ConstraintViolationException.DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE",
    "ConstraintViolationException.MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED", "ConstraintViolationException.SERVICE_ACCESS_NOT_ENABLED",
    "InvalidInputException.UNRECOGNIZED_SERVICE_PRINCIPAL",
  ],
  run(call, input) {
    const { world, organization, now } = call;
    const account = findAccount(call, input.AccountId);
    const service = recognizedService(input.ServicePrincipal);
    if (!service.delegatedAdministrator) {
      throw invalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified a service that doesn't support delegated administrators.");
    }
    if (account.id === organization.managementAccountId) {
      throw constraintViolation("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", "You can't register the management account as a delegated administrator.");
    }
    if (!serviceAccessOf(world, organization.id).has(service.principal)) {
      throw constraintViolation("SERVICE_ACCESS_NOT_ENABLED", "You must enable service access before you register a delegated administrator.");
    }
    if (account.state !== "ACTIVE") {
      throw constraintViolation("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR", "You can't register a suspended account as a delegated administrator.");
    }
    const administrators = delegatedAdministratorsOf(world, organization.id);
    const before = administrators.get(account.id);
    if (before?.services[service.principal] !== undefined) throw accountAlreadyRegistered();
    refuseOverMaximum(call, service.principal, service.maxDelegatedAdministrators);
    administrators.put(account.id, { ...(before ?? nextRow(world)), services: { ...before?.services, [service.principal]: now } });
    return {};
  },
});

/** Unconfirmed: which of the two reasons a service with room for one account gives. */
function refuseOverMaximum({ world, organization }: OrganizationCall, principal: string, maximum = Infinity): void {
  const registered = Array.from(delegatedAdministratorsOf(world, organization.id).values()).filter(({ services }) => services[principal] !== undefined);
  if (registered.length < maximum) return;
  if (maximum === 1) {
    throw constraintViolation("DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE", "The service already has a delegated administrator. Deregister it first.");
  }
  throw constraintViolation("MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED", "The service has as many delegated administrators as it can have.");
}

const deregisterDelegatedAdministrator = operation<DelegationInput, object>({
  name: "DeregisterDelegatedAdministrator",
  callers: "management",
  input: INPUT,
  errors: ["AccountNotFoundException", "AccountNotRegisteredException", "InvalidInputException.UNRECOGNIZED_SERVICE_PRINCIPAL"],
  run(call, input) {
    const account = findAccount(call, input.AccountId);
    const { principal } = recognizedService(input.ServicePrincipal);
    const administrators = delegatedAdministratorsOf(call.world, call.organization.id);
    const before = administrators.get(account.id);
    if (before?.services[principal] === undefined) throw accountNotRegistered();
    const { [principal]: _gone, ...services } = before.services;
    if (Object.keys(services).length === 0) administrators.delete(account.id);
    else administrators.put(account.id, { ...before, services });
    return {};
  },
});

const listDelegatedAdministrators = operation<{ ServicePrincipal?: string } & PageInput, object>({
  name: "ListDelegatedAdministrators",
  callers: "delegated",
  input: { ServicePrincipal: SERVICE_PRINCIPAL, ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "InvalidInputException.UNRECOGNIZED_SERVICE_PRINCIPAL"],
  run(call, input) {
    const wanted = input.ServicePrincipal;
    if (wanted !== undefined) recognizedService(wanted);
    const administrators = delegatedAdministratorsOf(call.world, call.organization.id);
    const list = ["ListDelegatedAdministrators", wanted ?? "*"];
    const { items, NextToken } = page(call, list, administrators, input, (id) => {
      const services = administrators.get(id)?.services ?? {};
      const since = wanted === undefined ? Math.min(...Object.values(services)) : services[wanted];
      if (since === undefined) return undefined;
      const { Paths: _notHere, ...account } = describeMember(call, findAccount(call, id));
      return { ...account, DelegationEnabledDate: new Date(since) };
    });
    return { DelegatedAdministrators: items, NextToken };
  },
});

const listDelegatedServicesForAccount = operation<{ AccountId: string } & PageInput, object>({
  name: "ListDelegatedServicesForAccount",
  callers: "delegated",
  input: { AccountId: required(ACCOUNT), ...PAGE },
  errors: ["AccountNotFoundException", "AccountNotRegisteredException", "InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const { id } = findAccount(call, input.AccountId);
    const services = delegatedAdministratorsOf(call.world, call.organization.id).get(id)?.services;
    if (services === undefined) throw accountNotRegistered();
    const rows = Object.keys(services).map((principal, index) => [principal, { seq: index + 1 }] as const);
    const { items, NextToken } = page(call, ["ListDelegatedServicesForAccount", id], rows, input, (principal) => {
      const since = services[principal];
      return since === undefined ? undefined : { ServicePrincipal: principal, DelegationEnabledDate: new Date(since) };
    });
    return { DelegatedServices: items, NextToken };
  },
});

export const delegatedAdministratorOperations = [
  registerDelegatedAdministrator, deregisterDelegatedAdministrator, listDelegatedAdministrators, listDelegatedServicesForAccount,
];
