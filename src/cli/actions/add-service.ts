import { addService } from "../../config/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [service = ""], flags } = invocation;
  const stages = (flags.text("stages") ?? "dev,prod").split(",").map((stage) => stage.trim()).filter((stage) => stage !== "");
  return edit(invocation, (organization) => addService(organization, { service, stages, owner: flags.text("owner") }));
}
