import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import type { LockOut } from "./lock-out.ts";
import type { Change, Plan } from "./plan.ts";

/** The changes that a general yes does not cover. */
export const dangersOf = (plan: Plan): Change[] => plan.changes.filter(({ danger }) => danger !== undefined);

/**
 * Refuses a plan with a step that shuts somebody out and was not accepted by its name. No other consent covers it.
 * @throws LandfallError LF4011 with the step, the statement and the flag.
 */
export function requireNoLockOut({ lockOuts = [] }: Plan, accepted: Iterable<string>): void {
  const names = new Set(accepted);
  const left = lockOuts.filter(({ step }) => !names.has(step));
  if (left.length === 0) return;
  throw new LandfallError(left.map((lockOut) => ({ code: "LF4011", severity: "error", ...lockOutWords(lockOut), address: lockOut.step })), "refused");
}

/** How many accounts and actions a message names. */
const NAMED = 3;

function lockOutWords({ step, action, who, without, actions, accounts, policy, sid, node }: LockOut): Pick<Diagnostic, "summary" | "detail" | "fix"> {
  const some = (names: readonly string[]): string => (names.length <= NAMED ? names.join(", ") : `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`);
  const by = policy === undefined ? "Nothing allows it" : `${sid === undefined ? "A statement" : `The statement "${sid}"`} of ${policy} denies it`;
  return {
    summary: `After the step "${action} ${step}" ${who} is shut out of ${some(accounts)}: ${without}.`,
    detail: actions.length === 0 ? `${by}${node === undefined ? "" : ` at ${node}`}.` : `${by}${node === undefined ? "" : ` at ${node}`}: ${some(actions)}.`,
    fix: `Let the role through there. If it is meant, accept it by its step:\n\n  --accept-lock-out '${step.replaceAll("'", String.raw`'\''`)}'`,
  };
}

/**
 * Refuses a plan whose dangerous changes have not all been named.
 * @throws LandfallError LF4008 with the flags to pass.
 */
export function requireConfirmed(plan: Plan, confirmed: Iterable<string>): void {
  const names = new Set(confirmed);
  const missing = dangersOf(plan).filter(({ address }) => !names.has(address));
  if (missing.length === 0) return;
  throw new LandfallError(
    missing.map((change) => ({
      code: "LF4008",
      severity: "error",
      summary: `${change.action} ${change.address} needs to be confirmed by name.`,
      detail: `It ${change.danger ?? ""}. See landfall explain ${change.dangerCode ?? "LF4008"}.`,
      // Quoted: an address may hold spaces and signs that a shell reads as its own.
      fix: `Pass the name:\n\n  --confirm '${change.address.replaceAll("'", String.raw`'\''`)}'`,
      address: change.address,
    })),
    "refused",
  );
}
