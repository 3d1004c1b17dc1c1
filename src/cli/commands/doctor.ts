import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Say whether machine, file, credentials, roles and organization fit, and what to do.",
  description: "Reads and tries what a plan and an apply need. Nothing is changed.",
  flags: [
    { flags: "--print-policy <role>", description: "print the policy that a role needs, and check nothing", group: "What", choices: ["read", "write", "member"] },
    { flags: "--home-region <region>", description: "where the lock is kept; default: what the organization file says", group: "What" },
    formatFlag("human", "json"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall doctor", says: "check everything" },
    { command: "landfall doctor --role arn:aws:iam::111111111111:role/landfall-plan", says: "check it as the plan role" },
    { command: "landfall doctor --print-policy read", says: "the policy of the plan role, to paste" },
  ],
  load: () => import("../actions/doctor.ts"),
};
