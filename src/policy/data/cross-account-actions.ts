/**
 * Actions, in lower case, that reach into another account without a resource policy there.
 * Source: AWS STS API Reference, AssumeRoot: a permission of the management account or delegated administrator.
 * Open question cross-account-without-resource-policy.
 */
export const CROSS_ACCOUNT_ACTIONS: ReadonlySet<string> = new Set(["sts:assumeroot"]);
