import { accountNamed, effectivePolicies } from "../../access/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import { effectiveHuman, effectiveJson } from "../../report/index.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { guardrailsIn } from "../statement-places.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [name = ""], flags, terminal } = invocation;
  const { model, source } = await accessSource(invocation);
  const screen = { policies: effectivePolicies(model, accountNamed(model, name)), guardrailsIn, source };
  terminal.out(flags.text("format") === "json" ? effectiveJson(screen, TOOL) : effectiveHuman(screen, terminal.outStyle));
  return "done";
}
