import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const moveCommand: Command = {
  name: "move",
  summary: "Put an account under another OU in the organization file.",
  args: [
    { name: "account", description: "its key", required: true },
  ],
  flags: [
    { flags: "--to <ou>", description: "the OU, as in Workloads/Prod", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall move shop-beta --to Workloads/Prod", says: "from where it is" },
    { command: "landfall move shop-beta --to Workloads/Prod --dry-run", says: "see the lines that would be written" },
    { command: "landfall move shop-beta --to Exceptions", says: "where deviations are recorded" },
  ],
  load: () => import("../actions/move.ts"),
};
