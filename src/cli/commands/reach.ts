import { ACCESS_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const reachCommand: Command = {
  name: "reach",
  summary: "Say where a policy or guardrail applies, or what applies to an account.",
  args: [{ name: "name", description: "a policy, a guardrail or an account", required: true }],
  flags: [formatFlag("human", "json"), ...ACCESS_FLAGS.filter(({ flags }) => !flags.startsWith("--member-role")), ...AWS_FLAGS],
  examples: [
    { command: "landfall reach deny-leave-organization", says: "which accounts a policy reaches" },
    { command: "landfall reach log-archive", says: "which policies apply to an account, and from where" },
    { command: "landfall reach log-archive --live", says: "by what AWS has attached" },
  ],
  load: () => import("../actions/reach.ts"),
};
