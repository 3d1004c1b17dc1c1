import type { Command } from "../command.ts";
import { AWS_FLAGS, EXCLUDE_FLAG, formatFlag, FULL_FLAG } from "../flags.ts";

export const planCommand: Command = {
  name: "plan",
  summary: "Show what would change in AWS, and why.",
  description: "Reads the whole organization and compares it with the file. Nothing is changed.",
  flags: [
    { flags: "--out <file>", description: "save the plan, to be applied exactly", group: "Output" },
    formatFlag("human", "json", "markdown"),
    FULL_FLAG,
    { flags: "--detailed-exitcode", description: "exit 2 when there are changes", group: "Output" },
    EXCLUDE_FLAG,
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall plan --local", says: "against the embedded AWS, without credentials" },
    { command: "landfall plan --out plan.json", says: "save it; landfall apply plan.json does exactly this" },
    { command: "landfall plan --detailed-exitcode --format markdown", says: "in a pipeline, for a comment" },
  ],
  load: () => import("../actions/plan.ts"),
};
