import type { Command } from "../command.ts";
import { formatFlag } from "../flags.ts";

export const maturityCommand: Command = {
  name: "maturity",
  summary: "Say which capabilities the organization has, which it lacks, and what to do next.",
  description: "Five steps in their order: accounts, a central security view, federation, classified environments, permission controls. Offline, from the organization file.",
  flags: [formatFlag("human", "json", "markdown")],
  examples: [
    { command: "landfall maturity", says: "what is on, what is off, and the next step" },
    { command: "landfall maturity --format markdown > maturity.md", says: "a report for others" },
    { command: "landfall maturity --format json", says: "for a program" },
  ],
  load: () => import("../actions/maturity.ts"),
};
