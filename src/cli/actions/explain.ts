import { CODES, type ExitReason, LandfallError, nearest } from "../../diagnostics/index.ts";
import { wrap } from "../../report/index.ts";
import type { Invocation } from "../command.ts";

export async function act({ args: [asked], terminal }: Invocation): Promise<ExitReason> {
  const { width } = terminal.outStyle;
  if (asked === undefined) {
    terminal.out([...CODES.values()].map(({ code, title }) => `${code}  ${title}\n`).join(""));
    return "done";
  }
  const entry = CODES.get(asked.toUpperCase()) ?? CODES.get(`LF${asked}`);
  if (entry === undefined) {
    const suggestion = nearest(asked.toUpperCase(), CODES.keys());
    throw new LandfallError({ code: "LF9004", severity: "error", summary: `There is no code ${asked}.`, suggestion, fix: "List them:\n\n  landfall explain" }, "usage");
  }
  const { code, title, why, fix } = entry;
  terminal.out(`${[`${code}  ${title}`, "", ...wrap(why, width), "", ...wrap(`Fix: ${fix}`, width)].join("\n")}\n`);
  return "done";
}
