import { userInfo } from "node:os";
import { hold } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [key = ""], flags } = invocation;
  const reason = flags.text("reason");
  if (reason === undefined) throw new LandfallError({ code: "LF9001", severity: "error", summary: "Holding an account needs its --reason.", fix: `Say why:\n\n  landfall hold ${key} --reason "..."` }, "usage");
  const since = new Date().toISOString().slice(0, "2027-06-30".length);
  return edit(invocation, (organization) => hold(organization, key, { reason, by: flags.text("by") ?? userInfo().username, since }));
}
