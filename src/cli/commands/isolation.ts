import { ACCESS_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const isolationCommand: Command = {
  name: "isolation",
  summary: "Say who crosses from one account into another, and how far a compromised role gets.",
  description:
    "Without a principal: every known way across accounts with its purpose, and whether service and resource control policies let it work. " +
    "With a principal: the roles it can become, hop by hop, and what stays once a service control policy contains its account. " +
    "Policies of resources, such as buckets and keys, are not looked at.",
  args: [{ name: "principal", description: "who is compromised: `PRINCIPAL in ACCOUNT`, or an ARN", required: false, many: true }],
  flags: [formatFlag("human", "json"), ...ACCESS_FLAGS, ...AWS_FLAGS],
  examples: [
    { command: "landfall isolation", says: "every way from account to account, and what for" },
    { command: "landfall isolation role/deploy in shop-dev", says: "what somebody reaches who has taken the role over" },
    { command: "landfall isolation administrator in lab --live", says: "with roles and trust as IAM has them" },
  ],
  load: () => import("../actions/isolation.ts"),
};
