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
  ],
  load: () => import("../actions/add-ou.ts"),
};
