import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const addAccountCommand: Command = {
  name: "add account",
  summary: "Declare an account in the organization file.",
  description: "Every other byte of the file stays. Where the place is computed, what belongs there is told and the file is left alone.",
  args: [
    { name: "key", description: "the account's key: small letters, digits and hyphens", required: true },
  ],
  flags: [
    { flags: "--to <ou>", description: "the OU, as in Workloads/Prod", group: "What" },
    { flags: "--purpose <text>", description: "what it is for", group: "What" },
    { flags: "--stage <stage>", description: "the stage of the software life cycle", group: "What" },
    { flags: "--service <service>", description: "the service that runs in it", group: "What" },
    { flags: "--owner <owner>", description: "who answers for it", group: "What" },
    { flags: "--email <address>", description: "the root user's e-mail address; default: as the file's rule makes it", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall add account shop-prod --to Workloads/Prod --stage prod --owner shop", says: "one account" },
    { command: "landfall add account shop-beta --to Workloads/SDLC --service shop --owner shop --purpose \"tries the shop out\"", says: "with what AWS and others should know of it" },
    { command: "landfall add account shop-prod --to Workloads/Prod --dry-run", says: "see the lines that would be written" },
  ],
  load: () => import("../actions/add-account.ts"),
};
