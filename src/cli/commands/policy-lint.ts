import type { PolicyDocumentKind } from "../../policy/index.ts";
import type { Command } from "../command.ts";
import { FINDINGS_FORMATS, formatFlag } from "../flags.ts";

const KINDS: readonly PolicyDocumentKind[] = ["scp", "rcp", "identity", "boundary", "session", "resource", "trust", "endpoint", "delegation"];

export const policyLintCommand: Command = {
  name: "policy lint",
  summary: "Find what is wrong in policy files: what AWS refuses, and what it takes and is not meant.",
  description:
    "Grammar, unknown actions and condition keys, resources that an action is not for, statements without effect, and the size after white space is taken out. Without --kind a policy with principals is read as a trust or resource policy, and any other as an identity policy. Exit 3: AWS would refuse one.",
  args: [{ name: "files", description: "JSON files; - is standard input", required: true, many: true }],
  flags: [
    { flags: "--kind <kind>", description: "what the policies are", group: "What", choices: KINDS },
    formatFlag(...FINDINGS_FORMATS),
    { flags: "--fail-on <severity>", description: "the least severity that fails", group: "What", choices: ["error", "warning"] },
  ],
  examples: [
    { command: "landfall policy lint --kind scp policies/*.json", says: "judge a folder of SCPs" },
    { command: "landfall policy lint --kind trust - < trust.json", says: "judge a trust policy that comes through a pipe" },
    { command: "landfall policy lint policies/*.json --format sarif > policies.sarif", says: "for a code host" },
  ],
  load: () => import("../actions/policy-lint.ts"),
};
