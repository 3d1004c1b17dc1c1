import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const addOuCommand: Command = {
  name: "add ou",
  summary: "Declare an OU in the organization file.",
  args: [
    { name: "path", description: "the names from the root down, as in Workloads/Prod", required: true },
  ],
  flags: [
    { flags: "--description <text>", description: "what it is for", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall add ou Workloads/Beta", says: "an OU below one that is there, or with it" },
    { command: "landfall add ou Workloads/Beta --description \"what customers try\"", says: "with what it is for" },
    { command: "landfall add ou Workloads/Beta --dry-run", says: "see the lines that would be written" },
  ],
  load: () => import("../actions/add-ou.ts"),
};
