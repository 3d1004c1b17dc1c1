import { CODES, LandfallError, nearest } from "../../diagnostics/index.ts";
import { wrap } from "../../report/index.ts";
import type { Command } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "Say what a code means and what to do about it.",
  args: [{ name: "code", description: "for example LF2004; without it, all codes are listed" }],
  flags: [],
  examples: [
    { command: "landfall explain LF4004", says: "one code" },
    { command: "landfall explain", says: "all of them, a line each" },
  ],
  async run({ args: [asked], terminal }) {
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
  },
};
