import type { ContextMode, RequestContext } from "../policy/index.ts";
import type { Call } from "./operation.ts";
import { userNameOf } from "./principal.ts";
import { principalTags } from "./services/iam/permissions.ts";
import { knownAccountsTable, orgPathOf } from "./services/organizations/index.ts";

/** Who calls, and when: what a context is made of. */
export type Caller = Pick<Call, "principal" | "world" | "now" | "region">;

/** The global condition keys of a request. Source: IAM User Guide, "AWS global condition context keys". */
export function requestContext({ world, principal, region, now }: Caller): RequestContext {
  const { accountId, arn, session } = principal;
  return {
    "aws:PrincipalArn": session?.kind === "role" ? session.issuerArn : arn,
    "aws:PrincipalAccount": accountId,
    "aws:PrincipalOrgID": organizationIdOf(world, accountId),
    "aws:PrincipalOrgPaths": orgPathOf(world, accountId),
    "aws:PrincipalType": session === undefined || session.kind === "session-token" ? (arn.endsWith(":root") ? "Account" : "User") : PRINCIPAL_TYPES[session.kind],
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
    "aws:userid": principal.userId,
    "aws:username": userNameOf(arn),
    "aws:RequestedRegion": region,
    "aws:CurrentTime": new Date(now).toISOString(),
    "aws:EpochTime": String(Math.floor(now / 1000)),
    // Whatever brings a request here stands for a call over TLS.
    "aws:SecureTransport": "true",
    // Present with temporary credentials only; nobody has a device here.
    "aws:MultiFactorAuthPresent": session === undefined ? undefined : "false",
    "aws:TokenIssueTime": session === undefined ? undefined : new Date(session.issuedAt).toISOString(),
    "aws:SourceIdentity": session?.sourceIdentity,
    "aws:AssumedRoot": session?.kind === "root" ? "true" : undefined,
    ...Object.fromEntries(principalTags(world, principal).map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value])),
  };
}

const PRINCIPAL_TYPES = { role: "AssumedRole", "federated-user": "FederatedUser", root: "Account" } as const;

export const organizationIdOf = (world: Call["world"], accountId: string): string | undefined => knownAccountsTable(world).get(accountId)?.organizationId;

/**
 * Keys whose absence is known: those above, and what comes with services, networks and federation that are not emulated.
 * Any other key that a request does not have may be there in AWS: what hangs on it cannot be decided here.
 */
export const CONTEXT_MODE: ContextMode = {
  known: new Set([
    "aws:principalarn", "aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths", "aws:principaltype", "aws:principaltag/*", "aws:username",
    "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:tokenissuetime", "aws:sourceidentity", "aws:assumedroot", "aws:federatedprovider",
    "aws:principalservicename", "aws:principalservicenameslist", "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths",
    "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:sourcevpc", "aws:sourcevpcarn", "aws:sourcevpce", "aws:vpcsourceip", "aws:vpceaccount",
    "aws:vpceorgid", "aws:vpceorgpaths", "aws:ec2instancesourcevpc", "aws:ec2instancesourceprivateipv4", "aws:chatbotsourcearn", "ec2:roledelivery",
    "ec2:sourceinstancearn", "lambda:sourcefunctionarn", "saml:aud", "saml:iss", "saml:sub", "saml:sub_type",
  ]),
};

/** The same for a request of which the operation told every further key: those of its own that are missing are absent. */
export const contextModeWith = (keys: Iterable<string>): ContextMode => ({ known: new Set([...(CONTEXT_MODE as { known: ReadonlySet<string> }).known, ...keys]) });
