import { breakLock, lockHolder } from "../../apply/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { enveloped } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  const checked = await readOrganizationFile(flags, terminal);
  const { homeRegion } = usable(checked);
  const session = await openSession({ flags, homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  try {
    const hold = await lockHolder(session.aws);
    if (flags.text("format") === "json") {
      const released = hold !== undefined && flags.on("yes");
      if (released) await breakLock(session.aws);
      terminal.out(enveloped({ format: "landfall.lock/1", tool: TOOL }, { held: hold !== undefined && !released, released, ...(hold === undefined ? {} : { hold }) }));
      return "done";
    }
    if (hold === undefined) {
      terminal.out("Nobody holds the lock.\n");
      return "done";
    }
    terminal.out(`The lock is held by ${hold.holder}, run ${hold.run}, since ${hold.since}; its lease ends at ${hold.until}.\n`);
    if (!flags.on("yes") && !terminal.interactive) {
      throw new LandfallError({ code: "LF9003", severity: "error", summary: "Nobody is there to approve the release.", fix: "Pass --yes to release it without being asked." }, "usage");
    }
    if (!flags.on("yes") && (await terminal.ask("Release it? Only yes is taken: ")).trim() !== "yes") return "cancelled";
    await breakLock(session.aws);
    terminal.out("Released.\n");
    return "done";
  } finally {
    await session.close();
  }
}
