import type { Command } from "../command.ts";
import { EDIT_FLAGS } from "../flags.ts";

export const addSandboxCommand: Command = {
  name: "add sandbox",
  summary: "Declare a sandbox account for each person or team that has none.",
  description: "Whoever has a sandbox keeps it, so that a list can be given again.",
  args: [
    { name: "names", description: "persons", many: true },
  ],
  flags: [
    { flags: "--for <person>", description: "a person; may be given many times", group: "What", repeat: true },
    { flags: "--team <team>", description: "a team", group: "What", repeat: true },
    { flags: "--from <file>", description: "a file with a person on each line", group: "What" },
    ...EDIT_FLAGS,
  ],
  examples: [
    { command: "landfall add sandbox --for ana.lee@acme.example", says: "one person" },
    { command: "landfall add sandbox --from people.txt", says: "everybody on a list; who has one keeps it" },
    { command: "landfall add sandbox --team data", says: "one for a team to share" },
  ],
  load: () => import("../actions/add-sandbox.ts"),
};
