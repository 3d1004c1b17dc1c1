import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const rehearseCommand: Command = {
  name: "rehearse",
  summary: "Run the plan on a throw-away copy of the organization, and see what would fail.",
  description: "Reads AWS, builds a copy on the embedded AWS, carries the plan out there and plans again. Nothing real is touched, and read access is enough.",
  flags: [
    { flags: "--fault <spec>", description: "trouble to bring, for example throttle@0.2 or lost-response/CreateAccount@x1", group: "What", repeat: true },
    { flags: "--seed <text>", description: "makes trouble repeatable; default: rehearsal", group: "What" },
    formatFlag("human", "json", "ndjson"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall rehearse", says: "what would happen to the organization the credentials belong to" },
    { command: "landfall rehearse --fault lost-response@0.1 --fault throttle@0.2", says: "the same with a bad day at AWS" },
    { command: "landfall rehearse --format json > rehearsal.json", says: "for a program: the plan, the runs, and what would be left" },
  ],
  load: () => import("../actions/rehearse.ts"),
};
