import type { Call, Constraint, Operation } from "../../operation.ts";
import { isDelegated } from "./delegation/delegated.ts";
import { accessDenied, notInUse } from "./errors.ts";
import type { OrganizationRecord } from "./state.ts";
import { knownAccountsTable, organizationsTable } from "./state.ts";

/** A call from a member of an organization, which is the one it speaks about. */
export interface OrganizationCall extends Call {
  readonly organization: OrganizationRecord;
}

/**
 * Which accounts of an organization may call, as each operation's API page says: the management account alone,
 * delegated administrators too, or every member.
 */
export type Callers = "management" | "delegated" | "member";

export interface OrganizationOperation<Input, Output> {
  readonly name: string;
  readonly callers: Callers;
  readonly input: Readonly<Record<string, Constraint>>;
  /** Without those that say that the caller is in no organization, or may not call. */
  readonly errors: readonly string[];
  readonly quotas?: readonly string[];
  run(call: OrganizationCall, input: Input): Output;
}

/** The organization an account belongs to, if any. */
export function organizationOf(call: Call): OrganizationRecord | undefined {
  const id = knownAccountsTable(call.world).get(call.principal.accountId)?.organizationId;
  return id === undefined ? undefined : organizationsTable(call.world).get(id);
}

/** An operation inside an organization: finds the caller's, and turns away who may not call. */
export function operation<Input extends object, Output>(spec: OrganizationOperation<Input, Output>): Operation<Input, Output> {
  return {
    name: spec.name,
    input: spec.input,
    errors: ["AWSOrganizationsNotInUseException", "AccessDeniedException", ...spec.errors],
    ...(spec.quotas && { quotas: spec.quotas }),
    run(call, input) {
      const organization = organizationOf(call);
      if (organization === undefined) throw notInUse();
      const inside = { ...call, organization };
      if (!mayCall(inside, spec, input)) throw accessDenied();
      return spec.run(inside, input);
    },
  };
}

function mayCall(call: OrganizationCall, { name, callers }: { readonly name: string; readonly callers: Callers }, input: object): boolean {
  if (callers === "member" || call.principal.accountId === call.organization.managementAccountId) return true;
  return callers === "delegated" && isDelegated(call, name, input);
}
