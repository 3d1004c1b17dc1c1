import type { Command } from "../command.ts";

export const completionCommand: Command = {
  name: "completion",
  summary: "Print what a shell needs to complete verbs, flags, accounts and OUs.",
  args: [{ name: "words", description: "bash, zsh or fish; with --line the words typed so far", many: true, choices: ["bash", "zsh", "fish"] }],
  flags: [{ flags: "--line", description: "print the words that may come next, a line each; shells call this", group: "What" }],
  examples: [
    { command: "source <(landfall completion bash)", says: "in ~/.bashrc; zsh likewise" },
    { command: "landfall completion fish > ~/.config/fish/completions/landfall.fish", says: "for fish" },
    { command: "landfall completion zsh > ~/.zfunc/_landfall", says: "for zsh" },
  ],
  load: () => import("../actions/completion.ts"),
};
