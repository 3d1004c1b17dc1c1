import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const holdCommand: Command = {
  name: "hold",
  summary: "Take an account out of use: under Suspended, with tags that say where it was and why.",
  description: "Nothing is closed. `landfall restore` puts it back where it was.",
  args: [
    { name: "account", description: "its key", required: true },
  ],
  flags: [
    { flags: "--reason <text>", description: "why", group: "What" },
    { flags: "--by <name>", description: "who decided; default: the name of the person logged in", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall hold shop-beta --reason \"the beta has ended\" --by platform", says: "it stays, and can do nothing" },
    { command: "landfall hold shop-beta --reason unused --by platform --dry-run", says: "see the lines that would be written" },
    { command: "landfall hold shop-beta --reason \"a credential has leaked\" --by security", says: "while an incident is looked into" },
  ],
  load: () => import("../actions/hold.ts"),
};
