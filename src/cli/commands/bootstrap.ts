import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const bootstrapCommand: Command = {
  name: "bootstrap",
  summary: "Show the roles that landfall works with, and create them when asked.",
  description:
    "A plan role that can only read, an apply role that can do what landfall does and nothing else, and a role for member accounts. Each is shown as it should be beside how it is; running it again changes only what differs.",
  flags: [
    { flags: "--only <role>", description: "this role; default: all", group: "What", repeat: true, choices: ["plan", "apply", "member"] },
    { flags: "--trust <arn>", description: "who may assume the plan and apply role; default: whom the management account lets", group: "What", repeat: true },
    { flags: "--external-id <text>", description: "what a trusted principal of another account must bring along", group: "What" },
    { flags: "--account <id>", description: "with --create: make the member role in this account, or in all", group: "What", repeat: true },
    { flags: "--access-role <name>", description: "by which member accounts are entered for that; default: OrganizationAccountAccessRole", group: "What" },
    { flags: "--management-account <id>", description: "show the roles of this account without asking AWS", group: "What" },
    { flags: "--home-region <region>", description: "where the lock is kept; default: what the organization file says", group: "What" },
    { flags: "--create", description: "create the roles, and mend those that differ", group: "Approval" },
    { flags: "--yes", description: "do not ask", group: "Approval" },
    formatFlag("human", "json", "policy", "cloudformation"),
    { flags: "--full", description: "show every action with its resources and conditions", group: "Output" },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall bootstrap", says: "see the roles, and how they differ from what is there" },
    { command: "landfall bootstrap --create --trust 'arn:aws:iam::111111111111:role/platform-*'", says: "make them, for these principals" },
    { command: "landfall bootstrap --format cloudformation > roles.yaml", says: "for a stack of the management account" },
    { command: "landfall bootstrap --only member --format cloudformation", says: "for a StackSet over all member accounts" },
  ],
  load: () => import("../actions/bootstrap.ts"),
};
