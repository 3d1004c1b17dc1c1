import type { Check } from "./check.ts";
import { account } from "./checks/account.ts";
import { clock } from "./checks/clock.ts";
import { controlTower } from "./checks/control-tower.ts";
import { credentials } from "./checks/credentials.ts";
import { endpoints } from "./checks/endpoints.ts";
import { file } from "./checks/file.ts";
import { lock } from "./checks/lock.ts";
import { memberRole } from "./checks/member-role.ts";
import { node } from "./checks/node.ts";
import { organization } from "./checks/organization.ts";
import { permissions } from "./checks/permissions.ts";
import { policyTypes } from "./checks/policy-types.ts";
import { region } from "./checks/region.ts";
import { roles } from "./checks/roles.ts";
import { runs } from "./checks/runs.ts";
import { settings } from "./checks/settings.ts";
import { trustedAccess } from "./checks/trusted-access.ts";

/** Every check, in the order in which one thing rests on another. */
export const CHECKS: readonly Check[] = [
  node, settings, file, region, credentials, endpoints, clock, account, organization, permissions, roles, memberRole, policyTypes, trustedAccess, controlTower, lock, runs,
];
