import type { AccessPrincipal } from "./principal.ts";

/**
 * Condition keys that are absent where they are not given, by who asks; every other key that is not given is unknown.
 * Source: IAM User Guide, "AWS global condition context keys", the availability of each.
 */

/** Only calls that a service makes have these. */
const OF_SERVICE_CALLS = ["aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:principalservicename", "aws:principalservicenameslist", "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"];

/** What the principal is, is known; that an account of the organization owns the resource is known too. */
const OF_PRINCIPALS = ["aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:principalorgid", "aws:principalorgpaths", "aws:principalisawsservice", "aws:username"];

const USER_OR_ROLE = new Set([...OF_SERVICE_CALLS, "aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:principalisawsservice", "aws:assumedroot"]);
const KNOWN: Readonly<Record<AccessPrincipal["kind"], ReadonlySet<string>>> = {
  root: new Set([...USER_OR_ROLE, "aws:username", "aws:principaltag/*", "aws:federatedprovider", "aws:sourceidentity"]),
  administrator: new Set([...USER_OR_ROLE, "aws:username"]),
  role: new Set([...USER_OR_ROLE, "aws:username"]),
  "permission-set": new Set([...USER_OR_ROLE, "aws:username"]),
  user: USER_OR_ROLE,
  outside: USER_OR_ROLE,
  service: new Set([...OF_PRINCIPALS, "aws:principaltag/*", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast"]),
  anonymous: new Set([...OF_SERVICE_CALLS, ...OF_PRINCIPALS, "aws:principaltag/*", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:userid", "aws:federatedprovider", "aws:sourceidentity"]),
};

export const knownKeysOf = ({ kind }: AccessPrincipal): ReadonlySet<string> => KNOWN[kind];
