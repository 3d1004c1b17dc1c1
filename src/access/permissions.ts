import type { KnownPolicies, Permissions } from "./model.ts";

/** Of a principal whose policies nobody has told. */
export const UNKNOWN_PERMISSIONS: Permissions = { identity: { policies: [], unknown: ["its policies"] } };

/** The root user has no policies of its own and needs none; a caller without an account can have none. */
export const NO_PERMISSIONS: Permissions = { identity: { policies: [], unknown: [] } };

/**
 * AWS's own policies whose text is known here. Every other one is `unknown`.
 * Source: AWS Managed Policy Reference, "AdministratorAccess".
 */
const AWS_POLICIES: Readonly<Record<string, KnownPolicies>> = {
  AdministratorAccess: { policies: [{ name: "AdministratorAccess", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] } }], unknown: [] },
};

/** What a principal with AWS's AdministratorAccess may do by its own policies. */
export const ADMINISTRATOR_PERMISSIONS: Permissions = { identity: AWS_POLICIES["AdministratorAccess"] ?? { policies: [], unknown: [] } };

/** One of AWS's own policies, by name (`ReadOnlyAccess`, `job-function/Billing`) or ARN. */
export function awsPolicy(nameOrArn: string): KnownPolicies {
  const name = nameOrArn.replace(/^arn:[^:]+:iam::aws:policy\//, "");
  return Object.hasOwn(AWS_POLICIES, name) ? (AWS_POLICIES[name] ?? unknownPolicy(name)) : unknownPolicy(name);
}

export const unknownPolicy = (name: string): KnownPolicies => ({ policies: [], unknown: [name] });

export const joinPolicies = (parts: readonly KnownPolicies[]): KnownPolicies => ({ policies: parts.flatMap(({ policies }) => policies), unknown: parts.flatMap(({ unknown }) => unknown) });

export const hasUnknown = ({ identity, boundary, session }: Permissions): boolean => [identity, boundary, session].some((part) => (part?.unknown.length ?? 0) > 0);
