import type { PolicyTemplate } from "../blueprint.ts";
import { businessUsersOnly } from "./business-users-only.ts";
import { denyEverything } from "./deny-everything.ts";
import { denyLeaveOrganization } from "./deny-leave-organization.ts";
import { denyRootUser } from "./deny-root-user.ts";
import { keepInside } from "./keep-inside.ts";
import { organizationOnlyData } from "./organization-only-data.ts";
import { protectAudit } from "./protect-audit.ts";
import { protectFoundation } from "./protect-foundation.ts";
import { protectLogArchive } from "./protect-log-archive.ts";
import { protectProduction } from "./protect-production.ts";
import { regionAllowList } from "./region-allow-list.ts";
import { requireEncryption } from "./require-encryption.ts";
import { sandboxBoundaries } from "./sandbox-boundaries.ts";

/** In the order in which they are written into an organization file, as far as it attaches them. */
export const POLICY_TEMPLATES: readonly PolicyTemplate[] = [
  denyLeaveOrganization,
  denyRootUser,
  regionAllowList,
  protectFoundation,
  protectAudit,
  protectLogArchive,
  protectProduction,
  organizationOnlyData,
  requireEncryption,
  sandboxBoundaries,
  businessUsersOnly,
  keepInside,
  denyEverything,
];
