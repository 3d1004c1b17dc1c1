import { count, diagnosticsHuman, wrap } from "../../report/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import { usedGuardrails } from "../../guardrails/index.ts";
import { accountsOf, nodesOf } from "../../organization/index.ts";
import { RULES } from "../../review/index.ts";
import type { Invocation } from "../command.ts";
import { diagnosticsAs } from "../diagnostics-as.ts";
import { readProvenFile } from "../proven-file.ts";

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  const checked = await readProvenFile(flags, terminal);
  const { organization, diagnostics, file } = checked;
  const written = diagnosticsAs(flags, diagnostics, file);
  if (written !== undefined) terminal.out(written);
  else {
    terminal.out(diagnosticsHuman(diagnostics, terminal.outStyle, { counts: diagnostics.length > 0 }));
    if (diagnostics.length === 0 && organization !== undefined) terminal.out(`${file}: nothing to report about ${sizes(organization)}.\n`);
  }
  if ((checked.waiting ?? 0) > 0) terminal.note(`\n${wrap(waitingText(checked.waiting ?? 0), terminal.errStyle.width).join("\n")}\n`);
  const warned = flags.text("failOn") === "warning" && diagnostics.some(({ severity }) => severity === "warning");
  return checked.stop ?? (warned ? "findings" : "done");
}

const waitingText = (waiting: number): string =>
  `${waiting === RULES.length ? "The rules look" : `${waiting} of ${RULES.length} rules look`} at what is wrong above, and judge once it is mended.`;

function sizes(organization: Parameters<typeof nodesOf>[0]): string {
  const nodes = nodesOf(organization);
  const policies = Object.keys(organization.policies ?? {}).length;
  const guardrails = usedGuardrails(organization).length;
  const parts = [count(nodes.length - 1, "OU"), count(accountsOf(organization, nodes).length, "account")];
  if (guardrails > 0) parts.push(count(guardrails, "guardrail"));
  if (policies > 0 || guardrails === 0) parts.push(count(policies, "policy", "policies"));
  return parts.join(", ");
}
