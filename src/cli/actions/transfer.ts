import { transfer } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [key = ""], flags } = invocation;
  const owner = flags.text("owner");
  if (owner === undefined) throw new LandfallError({ code: "LF9001", severity: "error", summary: "A transfer needs the new --owner.", fix: `Say who:\n\n  landfall transfer ${key} --owner TEAM` }, "usage");
  return edit(invocation, (organization) => transfer(organization, key, owner));
}
