import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const showCommand: Command = {
  name: "show",
  summary: "Draw the organization as a tree with its policies.",
  flags: [
    { flags: "--declared", description: "as the file has it, offline, instead of as AWS has it", group: "What" },
    { flags: "--full", description: "every account, and the ids of OUs", group: "Output" },
    formatFlag("human", "json"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall show", says: "what AWS has, with ids" },
    { command: "landfall show --declared", says: "what the file says, without AWS" },
    { command: "landfall show --local --format json", says: "the rehearsed organization as data" },
  ],
  load: () => import("../actions/show.ts"),
};
