import type { ValuesOf } from "./evaluation/index.ts";
import type { Call } from "./operation.ts";
import { userNameOf } from "./principal.ts";
import { principalTags } from "./services/iam/permissions.ts";
import { orgPathOf, knownAccountsTable } from "./services/organizations/index.ts";

/** Who calls, and when: what a context is made of. */
export type Caller = Pick<Call, "principal" | "world" | "now" | "region">;

/** Further keys, by name in lower case. */
export type MoreKeys = Readonly<Record<string, readonly string[]>>;

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** Keys that no request here has: what comes from networks, services and identity providers that are not emulated. */
const NEVER_THERE =
  /^(aws:(sourceaccount|sourcearn|sourceorgid|sourceorgpaths|sourcevpc|sourcevpcarn|sourcevpce|vpcsourceip|vpce.*|calledvia.*|principalservicename|principalservicenameslist|multifactorauthage|federatedprovider|chatbotsourcearn|ec2instance.*|signinsessionarn)|saml:.*|cognito-identity\.amazonaws\.com:.*|accounts\.google\.com:.*|graph\.facebook\.com:.*|www\.amazon\.com:.*|token\.actions\.githubusercontent\.com:.*|sts:(externalid|rolesessionname|sourceidentity|transitivetagkeys|taskpolicyarn)|aws:(tagkeys|requesttag\/.*|resourcetag\/.*)|iam:resourcetag\/.*)$/;

/**
 * The condition keys of a request, as far as the emulator knows them: the global ones, and those that the operation
 * adds. Source: IAM User Guide, "AWS global condition context keys".
 */
export function requestContext(caller: Caller, more: MoreKeys = {}): ValuesOf {
  return (key) => {
    const name = key.toLowerCase();
    const given = Object.hasOwn(more, name) ? more[name] : undefined;
    if (given !== undefined) return given;
    const global = Object.hasOwn(GLOBAL, name) ? GLOBAL[name] : undefined;
    if (global !== undefined) return global(caller);
    const tag = /^aws:principaltag\/(.*)$/.exec(name)?.[1];
    if (tag !== undefined) return one(principalTags(caller.world, caller.principal).find(({ Key }) => Key.toLowerCase() === tag)?.Value);
    return NEVER_THERE.test(name) ? [] : undefined;
  };
}

const GLOBAL: Readonly<Record<string, (caller: Caller) => readonly string[]>> = {
  "aws:principalarn": ({ principal: { arn, session } }) => [session?.kind === "role" ? session.issuerArn : arn],
  "aws:principalaccount": ({ principal }) => [principal.accountId],
  "aws:principalorgid": ({ world, principal }) => organizationIdOf(world, principal.accountId),
  "aws:principalorgpaths": ({ world, principal }) => one(orgPathOf(world, principal.accountId)),
  "aws:principaltype": ({ principal }) => [principalType(principal.arn, principal.session?.kind)],
  "aws:principalisawsservice": () => ["false"],
  "aws:viaawsservice": () => ["false"],
  "aws:userid": ({ principal }) => [principal.userId],
  "aws:username": ({ principal }) => one(userNameOf(principal.arn)),
  "aws:requestedregion": ({ region }) => [region],
  "aws:currenttime": ({ now }) => [new Date(now).toISOString()],
  "aws:epochtime": ({ now }) => [String(Math.floor(now / 1000))],
  // Whatever brings a request here stands for a call over TLS.
  "aws:securetransport": () => ["true"],
  // Present with temporary credentials only; nobody has a device here.
  "aws:multifactorauthpresent": ({ principal }) => (principal.session === undefined ? [] : ["false"]),
  "aws:tokenissuetime": ({ principal: { session } }) => (session === undefined ? [] : [new Date(session.issuedAt).toISOString()]),
  "aws:sourceidentity": ({ principal }) => one(principal.session?.sourceIdentity),
  "aws:assumedroot": ({ principal }) => (principal.session?.kind === "root" ? ["true"] : []),
};

export const organizationIdOf = (world: Call["world"], accountId: string): readonly string[] => one(knownAccountsTable(world).get(accountId)?.organizationId);

function principalType(arn: string, kind: string | undefined): string {
  if (kind === "role") return "AssumedRole";
  if (kind === "federated-user") return "FederatedUser";
  return arn.endsWith(":root") ? "Account" : "User";
}
