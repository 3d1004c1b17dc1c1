import type { Command } from "../command.ts";
import { APPROVAL_FLAGS, AWS_FLAGS, EXCLUDE_FLAG, formatFlag, FULL_FLAG } from "../flags.ts";

export const applyCommand: Command = {
  name: "apply",
  summary: "Make AWS match the organization file.",
  description: "Plans, asks, and carries the plan out, as much at once as AWS allows. Stopped at any point, the next run goes on. With a saved plan it does exactly that plan or refuses.",
  args: [{ name: "plan", description: "a plan saved by landfall plan --out" }],
  flags: [
    ...APPROVAL_FLAGS,
    FULL_FLAG,
    EXCLUDE_FLAG,
    formatFlag("human", "ndjson"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall apply --local", says: "rehearse on the embedded AWS" },
    { command: "landfall apply plan.json --yes", says: "in a pipeline: exactly what was reviewed" },
    { command: "landfall apply --confirm ou:Legacy", says: "agree to a deletion by its name" },
  ],
  load: () => import("../actions/apply.ts"),
};
