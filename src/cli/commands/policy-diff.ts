import type { Command } from "../command.ts";
import { formatFlag } from "../flags.ts";

export const policyDiffCommand: Command = {
  name: "policy diff",
  summary: "Say what differs between two policies, by statement and element.",
  description: "Order, spelling, white space and lists of one value are no differences. For SCPs and RCPs it also says whether the second lets through less, more, or neither provably.",
  args: [
    { name: "before", description: "a JSON file", required: true },
    { name: "after", description: "another", required: true },
  ],
  flags: [{ flags: "--detailed-exitcode", description: "exit 2 when they differ", group: "Output" }, formatFlag("human", "json")],
  examples: [
    { command: "landfall policy diff deployed.json policies/deny-leaving.json", says: "what a change of an SCP means" },
    { command: "landfall policy diff old.json new.json --detailed-exitcode", says: "exit code 2 where they differ" },
    { command: "landfall policy diff old.json new.json --format json", says: "for a program" },
  ],
  load: () => import("../actions/policy-diff.ts"),
};
