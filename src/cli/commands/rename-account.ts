import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const renameAccountCommand: Command = {
  name: "rename account",
  summary: "Give an account another key in the organization file, and another name in AWS.",
  description: "The file keeps a `moved` statement, so that AWS's account is not taken for another one; its e-mail address stays.",
  args: [
    { name: "account", description: "its key", required: true },
    { name: "key", description: "the new one", required: true },
  ],
  flags: [
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall rename account shop-prod store-prod", says: "the account stays the one that it is" },
    { command: "landfall rename account shop-prod store-prod --dry-run", says: "see the lines that would be written" },
    { command: "landfall rename account ana sandbox-ana", says: "a name by the convention" },
  ],
  load: () => import("../actions/rename-account.ts"),
};
