import type { Principal } from "../request/request.ts";

/**
 * Actions, in lower case, that no policy can keep these callers from.
 * Sources: AWS STS API Reference, GetCallerIdentity: "If an administrator attaches a policy to your identity that
 * explicitly denies access to the sts:GetCallerIdentity action, you can still perform this operation"; IAM User Guide,
 * "Permissions for GetSessionToken": "No permissions are required for a user to get a session token. … You cannot use
 * policies to control authentication operations" (open question get-session-token).
 */
export const ALWAYS_ALLOWED: ReadonlyMap<string, ReadonlySet<Principal["type"]>> = new Map([
  ["sts:getcalleridentity", new Set(["root", "user", "role-session", "federated-user"])],
  ["sts:getsessiontoken", new Set(["root", "user"])],
]);
