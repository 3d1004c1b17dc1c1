import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const renameOuCommand: Command = {
  name: "rename ou",
  summary: "Give an OU another name, in the organization file and in AWS.",
  args: [
    { name: "ou", description: "its path, as in Workloads/Prod", required: true },
    { name: "name", description: "the new name, without a path", required: true },
  ],
  flags: [
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall rename ou Apps Workloads", says: "what is in it stays in it" },
    { command: "landfall rename ou Workloads/Beta Staging", says: "below another one" },
    { command: "landfall rename ou Apps Workloads --dry-run", says: "see the lines that would be written" },
  ],
  load: () => import("../actions/rename-ou.ts"),
};
