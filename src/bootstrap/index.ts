/** The roles that landfall works with: what they may do, whom they trust, and how they come into being. */
export { cloudFormation } from "./cloudformation.ts";
export { actionsIn, driftOf, type FoundRole, type RoleDrift } from "./compare.ts";
export { ensureRole, inspectRole, type RoleState } from "./ensure.ts";
export { actionsOf } from "./needs.ts";
export { isReadAction } from "./permissions.ts";
export { placeOf, ROLE_KINDS, ROLE_NAMES, roleArn, type RoleKind, type RolePlace } from "./place.ts";
export { POLICY_NAME, type RoleSpec, roleSpec } from "./roles.ts";
export type { Trusted } from "./trust.ts";
