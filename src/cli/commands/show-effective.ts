import { ACCESS_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const showEffectiveCommand: Command = {
  name: "show effective",
  summary: "Show every policy that applies to an account, and the settings that AWS merges.",
  description: "Service and resource control policies are told level by level, because each level must allow. Tag, backup and other management policies are merged as AWS merges them, each setting with the policies that made it so.",
  args: [{ name: "account", description: "an account, by key or id", required: true }],
  flags: [formatFlag("human", "json"), ...ACCESS_FLAGS.filter(({ flags }) => !flags.startsWith("--member-role")), ...AWS_FLAGS],
  examples: [
    { command: "landfall show effective log-archive", says: "what holds for an account" },
    { command: "landfall show effective shop-prod --live", says: "by what AWS has" },
    { command: "landfall show effective shop-prod --format json", says: "for a program" },
  ],
  load: () => import("../actions/show-effective.ts"),
};
