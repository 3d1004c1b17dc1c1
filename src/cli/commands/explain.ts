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
  load: () => import("../actions/explain.ts"),
};
