import { CODES, type ExitReason, LandfallError, nearest } from "../../diagnostics/index.ts";
import { GUARDRAILS, guardrailNamed } from "../../guardrails/index.ts";
import { guardrailHuman, guardrailsHuman, wrap } from "../../report/index.ts";
import type { Invocation } from "../command.ts";

export async function act({ args: [asked], terminal }: Invocation): Promise<ExitReason> {
  const { width } = terminal.outStyle;
  if (asked === undefined) {
    terminal.out([...CODES.values()].map(({ code, title }) => `${code}  ${title}\n`).join(""));
    return "done";
  }
  const guardrail = guardrailNamed(asked.toLowerCase());
  if (guardrail !== undefined || asked === "guardrails") {
    terminal.out(guardrail === undefined ? guardrailsHuman(GUARDRAILS, terminal.outStyle) : guardrailHuman(guardrail, terminal.outStyle));
    return "done";
  }
  const entry = CODES.get(asked.toUpperCase()) ?? CODES.get(`LF${asked}`);
  if (entry === undefined) {
    const suggestion = nearest(asked.toUpperCase(), CODES.keys()) ?? nearest(asked.toLowerCase(), GUARDRAILS.map(({ name }) => name));
    throw new LandfallError({ code: "LF9004", severity: "error", summary: `There is no code and no guardrail ${asked}.`, suggestion, fix: "List them:\n\n  landfall explain\n  landfall explain guardrails" }, "usage");
  }
  const { code, title, why, fix } = entry;
  terminal.out(`${[`${code}  ${title}`, "", ...wrap(why, width), "", ...wrap(`Fix: ${fix}`, width)].join("\n")}\n`);
  return "done";
}
