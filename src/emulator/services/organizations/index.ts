import type { Service } from "../../operation.ts";
import { accountOperations } from "./accounts.ts";
import { accountCreationOperations } from "./account-creation.ts";
import { advance } from "./advance.ts";
import { organizationOperations } from "./organization.ts";
import { parentOperations } from "./parents.ts";
import { unitOperations } from "./units.ts";

/** AWS Organizations, API version 2016-11-28. */
export const organizations: Service = {
  id: "organizations",
  operations: [...organizationOperations, ...unitOperations, ...parentOperations, ...accountOperations, ...accountCreationOperations],
  advance,
};

export { addStandaloneAccount, completeSignUp } from "./known-accounts.ts";
export { accountLimit, setAccountLimit } from "./settings.ts";
export { accountsTable, knownAccountsTable, organizationsTable, tagsTable } from "./state.ts";
export type { AccountRecord, KnownAccount, OrganizationRecord, Tag, TagRecord } from "./state.ts";
