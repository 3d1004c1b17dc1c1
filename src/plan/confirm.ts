import { LandfallError } from "../diagnostics/index.ts";
import type { Change, Plan } from "./plan.ts";

/** The changes that a general yes does not cover. */
export const dangersOf = (plan: Plan): Change[] => plan.changes.filter(({ danger }) => danger !== undefined);

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
