/**
 * Actions, in lower case, that no policy can deny to a principal of an account.
 * Source: AWS STS API Reference, GetCallerIdentity: "If an administrator attaches a policy to your identity that
 * explicitly denies access to the sts:GetCallerIdentity action, you can still perform this operation." Others that need no permission can be denied (open question get-session-token).
 */
export const ALWAYS_ALLOWED_ACTIONS: ReadonlySet<string> = new Set(["sts:getcalleridentity"]);
