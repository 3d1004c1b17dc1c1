import type { ContextMode, RequestContext } from "../policy/index.ts";
import type { Call } from "./operation.ts";
import { arnIn, partitionNamed } from "./partitions.ts";
import { userNameOf } from "./principal.ts";
import { principalTags, UNKNOWN_DOCUMENT_KEY } from "./services/iam/permissions.ts";
import { orgPathOf } from "./services/organizations/nodes.ts";
import { knownAccountsTable } from "./services/organizations/state.ts";

/** Who calls, and when: what a context is made of. */
export type Caller = Pick<Call, "principal" | "world" | "now" | "region">;

/** The global condition keys of a request. Source: IAM User Guide, "AWS global condition context keys". */
export function requestContext(caller: Caller): RequestContext {
  const { world, principal } = caller;
  const { accountId, arn, session } = principal;
  return {
    "aws:PrincipalArn": arnIn(partitionNamed(caller.region), session?.kind === "role" ? session.issuerArn : arn),
    "aws:PrincipalAccount": accountId,
    "aws:PrincipalOrgID": organizationIdOf(world, accountId),
    "aws:PrincipalOrgPaths": orgPathOf(world, accountId),
    "aws:PrincipalType": session === undefined || session.kind === "session-token" ? (arn.endsWith(":root") ? "Account" : "User") : PRINCIPAL_TYPES[session.kind],
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
    "aws:userid": principal.userId,
    "aws:username": userNameOf(arn),
    ...callContext(caller),
    // Present with temporary credentials only; nobody has a device here.
    "aws:MultiFactorAuthPresent": session === undefined ? undefined : "false",
    "aws:TokenIssueTime": session === undefined ? undefined : new Date(session.issuedAt).toISOString(),
    "aws:SourceIdentity": session?.sourceIdentity,
    "aws:AssumedRoot": session?.kind === "root" ? "true" : undefined,
    ...Object.fromEntries(principalTags(world, principal).map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value])),
  };
}

/** What any call brings along, whoever makes it. */
export const callContext = ({ region, now }: Pick<Caller, "region" | "now">): RequestContext => ({
  "aws:RequestedRegion": region,
  "aws:CurrentTime": new Date(now).toISOString(),
  "aws:EpochTime": String(Math.floor(now / 1000)),
  // Whatever brings a request here stands for a call over TLS.
  "aws:SecureTransport": "true",
});

const PRINCIPAL_TYPES = { role: "AssumedRole", "federated-user": "FederatedUser", root: "Account" } as const;

export const organizationIdOf = (world: Call["world"], accountId: string): string | undefined => knownAccountsTable(world).get(accountId)?.organizationId;

/** The account of the resource and where it stands, which come with every service that is emulated. */
export const resourceContext = (world: Call["world"], accountId: string): RequestContext => ({
  "aws:ResourceAccount": accountId,
  "aws:ResourceOrgID": organizationIdOf(world, accountId),
  "aws:ResourceOrgPaths": orgPathOf(world, accountId),
});

/**
 * What a request brings along from outside, which is not known here: what hangs on it cannot be decided. Every other key
 * that is not given is absent, as with AWS: those of other services, of networks, of federation, and misspelled ones.
 */
const UNKNOWN: readonly string[] = ["aws:sourceip", "aws:useragent", "aws:referer", `${UNKNOWN_DOCUMENT_KEY}arn:aws:iam::aws:policy/*`];

export const CONTEXT_MODE: Exclude<ContextMode, "exact" | { readonly known: unknown }> = { unknown: new Set(UNKNOWN) };

/** The same with more keys, in lower case, that may be there or not. */
export const contextModeWith = (more: readonly string[] = []): typeof CONTEXT_MODE => (more.length === 0 ? CONTEXT_MODE : { unknown: new Set([...UNKNOWN, ...more]) });
