import { ROOT } from "../ids/index.ts";
import { closuresInThirtyDays, publishedRate } from "../limits/index.ts";
import { isRenaming } from "./needed-trust.ts";
import type { Change, TimeFloor } from "./plan.ts";

const ENABLING: Readonly<Record<string, string>> = { "trusted-access": "EnableAWSServiceAccess", "root-access": "EnableOrganizationsRootSessions", "delegated-administrator": "RegisterDelegatedAdministrator" };
const DISABLING: Readonly<Record<string, string>> = { "trusted-access": "DisableAWSServiceAccess", "root-access": "DisableOrganizationsRootSessions", "delegated-administrator": "DeregisterDelegatedAdministrator" };
const DELETING: Readonly<Record<string, string>> = { ou: "DeleteOrganizationalUnit", contact: "DeleteAlternateContact", "delegation-policy": "DeleteResourcePolicy" };

/** The calls a change is known to make; reads and polls left aside. */
function callsOf(change: Change): string[] {
  const { action, kind, desired } = change;
  switch (action) {
    case "enable":
      return [ENABLING[kind] ?? "EnablePolicyType"];
    case "attach":
      return ["AttachPolicy"];
    case "detach":
      return ["DetachPolicy"];
    case "close":
      return ["CloseAccount"];
    case "remove":
      return ["RemoveAccountFromOrganization"];
    case "disable":
      return [DISABLING[kind] ?? "DisablePolicyType"];
    case "invite":
      return ["InviteAccountToOrganization"];
    case "move":
      return ["MoveAccount"];
    case "create":
      if (kind === "account") return desired?.kind === "account" && desired.parent !== ROOT ? ["CreateAccount", "MoveAccount"] : ["CreateAccount"];
      if (kind === "delegation-policy") return ["PutResourcePolicy"];
      return kind === "ou" ? ["CreateOrganizationalUnit"] : kind === "policy" ? ["CreatePolicy"] : ["CreateOrganization"];
    case "update":
      if (kind === "contact") return [desired?.kind === "contact" && desired.contact !== undefined ? "PutAlternateContact" : "DeleteAlternateContact"];
      if (kind === "delegation-policy") return ["PutResourcePolicy"];
      if (kind === "policy") return change.guard === undefined ? ["UpdatePolicy"] : ["UpdatePolicy", "UpdatePolicy"];
      return isRenaming(change) ? ["PutAccountName"] : ["TagResource"];
    case "delete":
      return [DELETING[kind] ?? "DeletePolicy"];
  }
}

const THIRTY_DAYS = 30 * 24 * 3_600;

/** AWS closes only so many accounts in 30 days; what is beyond them waits for the next 30. */
function closingFloor(changes: readonly Change[], members: number): TimeFloor | undefined {
  const closures = changes.filter(({ action }) => action === "close").length;
  const most = closuresInThirtyDays(members);
  const seconds = (Math.ceil(closures / most) - 1) * THIRTY_DAYS;
  return seconds <= 0 ? undefined : { seconds, operation: "CloseAccount", explanation: `${closures} × CloseAccount, of which AWS takes ${most} in 30 days; the rest is for later runs.` };
}

/** The least time that AWS's published request rates and its quota of closures leave for a set of changes; `members` is the number of member accounts. */
export function timeFloor(changes: readonly Change[], members = 0): TimeFloor {
  const closing = closingFloor(changes, members);
  if (closing !== undefined) return closing;
  const counts = new Map<string, number>();
  for (const operation of changes.flatMap(callsOf)) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  let floor: TimeFloor = { seconds: 0, explanation: "AWS's request rates force no waiting." };
  for (const [operation, count] of counts) {
    const bucket = publishedRate(operation);
    const seconds = bucket === undefined ? 0 : Math.max(0, Math.ceil((count - bucket.burst) / bucket.rate));
    if (bucket !== undefined && seconds > floor.seconds) {
      const rate = bucket.rate >= 1 ? `${bucket.rate} a second` : `one every ${Math.round(1 / bucket.rate)} s`;
      floor = { seconds, operation, explanation: `${count} × ${operation}, which AWS takes at ${rate} after the first ${bucket.burst}.` };
    }
  }
  return floor;
}
