import type { Service } from "../../operation.ts";
import { getAccessKeyInfo } from "./access-key-info.ts";
import { assumeRole } from "./assume-role.ts";
import { assumeRoot } from "./assume-root.ts";
import { getCallerIdentity } from "./caller-identity.ts";
import { getFederationToken, getSessionToken } from "./user-sessions.ts";

/** AWS Security Token Service, API version 2011-06-15. */
export const sts: Service = {
  id: "sts",
  operations: [getCallerIdentity, getAccessKeyInfo, assumeRole, assumeRoot, getSessionToken, getFederationToken],
};

export { roleTrust } from "./role-session.ts";
