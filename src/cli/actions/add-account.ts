import { addAccount } from "../../config/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";

export function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [key = ""], flags } = invocation;
  const [purpose, stage, service, owner, email] = ["purpose", "stage", "service", "owner", "email"].map((name) => flags.text(name));
  return edit(invocation, (organization) => addAccount(organization, { key, ou: flags.text("to") ?? "root", purpose, stage, service, owner, email }));
}
