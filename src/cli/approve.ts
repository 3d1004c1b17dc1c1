import { LandfallError } from "../diagnostics/index.ts";
import { dangersOf, type Plan, requireConfirmed, requireNoLockOut } from "../plan/index.ts";
import type { Flags } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Asks for a word for the plan as a whole, and for the name of each change that cannot be undone. `--yes` answers the
 * first question only. False when somebody said no.
 * @throws LandfallError LF9003 when nobody can be asked, LF4008 when a name was not confirmed, LF4011 when a step shuts
 * somebody out and `--accept-lock-out` does not name it.
 */
export async function approve(plan: Plan, flags: Flags, terminal: Terminal): Promise<boolean> {
  const confirmed = new Set(flags.list("confirm"));
  const accepted = new Set(flags.list("acceptLockOut"));
  // The plan and with it what was accepted is kept in the record of the run.
  requireNoLockOut(plan, accepted);
  if (!terminal.interactive) {
    if (!flags.on("yes")) throw nobody();
    requireConfirmed(plan, confirmed);
    return true;
  }
  for (const { address, action, danger } of dangersOf(plan).filter((change) => !confirmed.has(change.address))) {
    terminal.err(`${action} ${address}: ${danger ?? ""}.\n`);
    const typed = await terminal.ask(`Type ${address} to confirm: `);
    if (typed.trim() !== address) return false;
    confirmed.add(address);
  }
  if (flags.on("yes")) return true;
  return (await terminal.ask("Apply these changes? Only yes is taken: ")).trim() === "yes";
}

const nobody = (): LandfallError =>
  new LandfallError(
    { code: "LF9003", severity: "error", summary: "Nobody is there to approve the plan.", detail: "This is not a terminal, or --no-input was given.", fix: "Pass --yes to apply without being asked." },
    "usage",
  );
