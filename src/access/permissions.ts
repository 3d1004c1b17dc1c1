import { awsManagedDocument, awsManagedName } from "../policy/index.ts";
import type { KnownPolicies, Permissions } from "./model.ts";

/** Of a principal whose policies nobody has told. */
export const UNKNOWN_PERMISSIONS: Permissions = { identity: { policies: [], unknown: ["its policies"] } };

/** The root user has no policies of its own and needs none; a caller without an account can have none. */
export const NO_PERMISSIONS: Permissions = { identity: { policies: [], unknown: [] } };

/** What a principal with AWS's AdministratorAccess may do by its own policies. */
export const ADMINISTRATOR_PERMISSIONS: Permissions = { identity: awsPolicy("AdministratorAccess") };

/** One of AWS's own policies, by name (`ReadOnlyAccess`, `job-function/Billing`) or ARN; one whose text is not kept is unknown. */
function awsPolicy(nameOrArn: string): KnownPolicies {
  const name = awsManagedName(nameOrArn);
  const document = awsManagedDocument(nameOrArn);
  return document === undefined ? unknownPolicy(name) : { policies: [{ name, document }], unknown: [] };
}

export function unknownPolicy(name: string): KnownPolicies {
  return { policies: [], unknown: [name] };
}

export const hasUnknown = ({ identity, boundary, session }: Permissions): boolean => [identity, boundary, session].some((part) => (part?.unknown.length ?? 0) > 0);
