import type { Command } from "../command.ts";
import { formatFlag } from "../flags.ts";

export const policyTestCommand: Command = {
  name: "policy test",
  summary: "Decide a file of policy cases and say which are not as expected.",
  description: "A case is one JSON object a line: an organization, policies, a request and the decision that is expected; docs/policy.md has the format. Exit 4: a case came out otherwise, or the two engines disagree.",
  args: [{ name: "file", description: "a .jsonl file; - is standard input", required: true }],
  flags: [
    { flags: "--engine <engine>", description: "fast is the one that landfall decides with; reference is written literally from AWS's text", group: "What", choices: ["fast", "reference", "both"] },
    formatFlag("human", "json"),
  ],
  examples: [
    { command: "landfall policy test cases.jsonl", says: "decide with both engines" },
    { command: "landfall policy test --engine fast cases.jsonl", says: "as fast as it goes" },
    { command: "landfall policy test cases.jsonl --format json", says: "for a program" },
  ],
  load: () => import("../actions/policy-test.ts"),
};
