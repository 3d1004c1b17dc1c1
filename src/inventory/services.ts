import type { PolicyKind } from "../ids/index.ts";
import { ACCOUNT_MANAGEMENT, IAM_ROOT_ACCESS, policyTypeFacts } from "../limits/index.ts";
import type { Organization } from "../organization/index.ts";
import { type ContactItem, MANAGEMENT_ACCOUNT } from "./items.ts";

/** Services with trusted access: those stated, and those that something else in the file cannot do without. */
export function servicesOf({ trustedAccess = [], delegatedAdministrators = {}, rootAccess = [] }: Organization, kinds: readonly PolicyKind[], contacts: readonly ContactItem[]): string[] {
  const needed = kinds.flatMap((kind) => policyTypeFacts(kind).trustedAccess ?? []);
  // The management account speaks for itself.
  const ofMembers = contacts.some(({ account }) => account !== MANAGEMENT_ACCOUNT) ? [ACCOUNT_MANAGEMENT] : [];
  const ofRootUsers = rootAccess.length > 0 ? [IAM_ROOT_ACCESS] : [];
  return [...new Set([...trustedAccess, ...Object.keys(delegatedAdministrators), ...needed, ...ofMembers, ...ofRootUsers])].sort();
}
