import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: "Put a held account back where it was held from.",
  args: [
    { name: "account", description: "its key", required: true },
  ],
  flags: [
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall restore shop-beta", says: "as before it was held" },
    { command: "landfall restore shop-beta --dry-run", says: "see the lines that would be written" },
    { command: "landfall restore shop-beta && landfall plan", says: "and see what AWS would be asked for" },
  ],
  load: () => import("../actions/restore.ts"),
};
