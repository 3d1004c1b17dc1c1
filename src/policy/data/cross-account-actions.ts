/**
 * Actions, in lower case, that reach into another account without a resource policy there.
 * Sources: AWS STS API Reference, AssumeRoot: a permission of the management account or delegated administrator.
 * Organizations API Reference, AcceptHandshake, DeclineHandshake, DescribeHandshake and DescribeEffectivePolicy: handshakes
 * and accounts have the management account in their ARN, and any account asks for its own.
 * Open question cross-account-without-resource-policy.
 */
export const CROSS_ACCOUNT_ACTIONS: ReadonlySet<string> = new Set([
  "sts:assumeroot", "organizations:accepthandshake", "organizations:declinehandshake", "organizations:describehandshake",
  "organizations:describeeffectivepolicy",
]);
