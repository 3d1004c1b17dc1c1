import { ACCESS_FLAGS, RESOURCE_POLICIES_FLAG } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const isolationCommand: Command = {
  name: "isolation",
  summary: "Say who crosses from one account into another, who comes in besides Identity Center, and how far a compromised role gets.",
  description:
    "Without a principal: how many accounts are proven apart; every known way across them with its purpose, and whether service and resource control policies let it work; ways for people besides Identity Center; roles that nobody uses. " +
    "With a principal: the roles it can become and the resources it reaches, hop by hop, and what stays once control policies contain its account. " +
    "Policies of resources, such as buckets and keys, are those that --resource-policies or a snapshot tells.",
  args: [{ name: "principal", description: "who is compromised: `PRINCIPAL in ACCOUNT`, or an ARN", required: false, many: true }],
  flags: [
    formatFlag("human", "json"),
    ...ACCESS_FLAGS,
    RESOURCE_POLICIES_FLAG,
    { flags: "--since <file>", description: "an older snapshot to compare with", group: "What" },
    { flags: "--unused-days <days>", description: "days without use after which a role is proposed to be taken away; default: 90", group: "What" },
    { flags: "--expect <what>", description: "exit with 4 unless it holds for certain: every known way that may work has a purpose; people come in by Identity Center alone; accounts are crossed by what is listed alone", group: "What", repeat: true, choices: ["purposes", "identity-center", "apart"] },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall isolation", says: "every way from account to account, and what for" },
    { command: "landfall isolation role/deploy in shop-dev", says: "what somebody reaches who has taken the role over" },
    { command: "landfall isolation --live --resource-policies shared.json", says: "with roles, users and trust as IAM has them, and the policies of resources" },
    { command: "landfall isolation --snapshot now.json --since last-month.json", says: "what has changed since an older snapshot" },
  ],
  load: () => import("../actions/isolation.ts"),
};
