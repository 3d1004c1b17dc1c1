import { addService } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [service = ""], flags } = invocation;
  const stages = (flags.text("stages") ?? "dev,prod").split(",").map((stage) => stage.trim()).filter((stage) => stage !== "");
  if (stages.length === 0) throw new LandfallError({ code: "LF9001", severity: "error", summary: "--stages names none.", fix: "Write them with commas between, as in dev,prod." }, "usage");
  return edit(invocation, (organization) => addService(organization, { service, stages, owner: flags.text("owner") }));
}
