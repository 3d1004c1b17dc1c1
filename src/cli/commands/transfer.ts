import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const transferCommand: Command = {
  name: "transfer",
  summary: "Give an account to another owner in the organization file.",
  args: [
    { name: "account", description: "its key", required: true },
  ],
  flags: [
    { flags: "--owner <owner>", description: "who answers for it from now on", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall transfer shop-prod --owner payments", says: "the tag owner follows with the next apply" },
    { command: "landfall transfer shop-prod --owner payments --dry-run", says: "see the lines that would be written" },
    { command: "landfall transfer shop-prod --owner payments && landfall plan", says: "and see the tag that changes" },
  ],
  load: () => import("../actions/transfer.ts"),
};
