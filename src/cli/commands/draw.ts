import type { Command } from "../command.ts";
import { AWS_FLAGS } from "../flags.ts";

export const drawCommand: Command = {
  name: "draw",
  summary: "Draw the organization, the reach of a policy or a plan as a picture.",
  description: "From the organization file, offline, unless --live asks AWS. Above forty nodes, accounts and then OUs are drawn as one box and the picture says so. The form is known from the ending of --out: .svg, .mmd, .md or .drawio.",
  flags: [
    { flags: "--policy <key>", description: "where this policy is attached and what it reaches", group: "What" },
    { flags: "--plan <file>", description: "what a saved plan does, on the tree", group: "What" },
    { flags: "--live", description: "as AWS has it, instead of as the file has it", group: "What" },
    { flags: "--all", description: "draw every node, however many", group: "Output" },
    { flags: "--as <form>", description: "the form of the picture", group: "Output", choices: ["text", "mermaid", "svg", "drawio"] },
    { flags: "--out <file>", description: "write it here instead of to standard output", group: "Output" },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall draw --out organization.svg", says: "a picture for a page, light and dark" },
    { command: "landfall draw --policy deny-leave-organization", says: "what a policy reaches" },
    { command: "landfall draw --plan plan.json --as mermaid", says: "a plan for a pull request" },
  ],
  load: () => import("../actions/draw.ts"),
};
