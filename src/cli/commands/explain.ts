import type { Command } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "Say what a code means and what to do about it, or what a guardrail stops.",
  args: [{ name: "code", description: "for example LF2004, or the name of a guardrail; without it, all codes are listed, with guardrails all of those" }],
  flags: [],
  examples: [
    { command: "landfall explain LF4004", says: "one code" },
    { command: "landfall explain", says: "all of them, a line each" },
    { command: "landfall explain deny-root-user", says: "one guardrail: what it stops, what goes on working, what it leaves open" },
    { command: "landfall explain guardrails", says: "all guardrails, a line each" },
  ],
  load: () => import("../actions/explain.ts"),
};
