import type { ExitReason } from "../../diagnostics/index.ts";
import { enveloped, maturityHuman, maturityMarkdown } from "../../report/index.ts";
import { maturityOf } from "../../review/index.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  const maturity = maturityOf(usable(await readOrganizationFile(flags, terminal)));
  const format = flags.text("format");
  if (format === "json") terminal.out(enveloped({ format: "landfall.maturity/1", tool: TOOL }, maturity));
  else if (format === "markdown") terminal.out(maturityMarkdown(maturity));
  else terminal.out(maturityHuman(maturity, terminal.outStyle));
  return "done";
}
