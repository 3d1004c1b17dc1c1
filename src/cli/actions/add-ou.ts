import { addOu } from "../../config/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [path = ""], flags } = invocation;
  return edit(invocation, (organization) => addOu(organization, path, flags.text("description")));
}
