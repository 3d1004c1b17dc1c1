import type { Command } from "../command.ts";
import { FINDINGS_FORMATS, formatFlag } from "../flags.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "Find every mistake in the organization file, offline.",
  description: "Shape, names, AWS's limits, the policy language and the design are checked in one run. Exit 64: the file cannot be used as it is; 3: findings.",
  flags: [
    formatFlag(...FINDINGS_FORMATS),
    { flags: "--fail-on <severity>", description: "the least severity that fails", group: "What", choices: ["error", "warning"] },
  ],
  examples: [
    { command: "landfall check", says: "check the file in this folder or above" },
    { command: "landfall check --fail-on warning", says: "fail on warnings too, in a pipeline" },
    { command: "landfall check --format json", says: "the same as data" },
    { command: "landfall check --format sarif > landfall.sarif", says: "for code scanning; junit, github and markdown are for other places of a pipeline" },
  ],
  load: () => import("../actions/check.ts"),
};
