import { ACCESS_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const compareCommand: Command = {
  name: "compare",
  summary: "Say how two OUs differ: their policies, and what an administrator may do in one only.",
  description: "An account that would stand directly in each OU is asked every action of AWS's list, in the home Region, on resources that no policy names.",
  args: [
    { name: "ou", description: "an OU by its path, or root", required: true },
    { name: "other", description: "another", required: true },
  ],
  flags: [formatFlag("human", "json"), ...ACCESS_FLAGS.filter(({ flags }) => !flags.startsWith("--member-role")), ...AWS_FLAGS],
  examples: [
    { command: "landfall compare Workloads/SDLC Workloads/Prod", says: "what production takes away" },
    { command: "landfall compare Sandbox Workloads --live", says: "by the policies that AWS has" },
    { command: "landfall compare Workloads/SDLC Workloads/Prod --format json", says: "for a program" },
  ],
  load: () => import("../actions/compare.ts"),
};
