/**
 * Actions, in lower case, that RCPs do not restrict although their service is on the list.
 * Source: Organizations User Guide, "Resource control policies", "Resources and entities not restricted by RCPs":
 * "RCPs do not restrict kms:RetireGrant".
 */
export const RCP_EXEMPT_ACTIONS: ReadonlySet<string> = new Set(["kms:retiregrant"]);
