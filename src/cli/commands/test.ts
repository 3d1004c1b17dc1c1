import type { Command } from "../command.ts";
import { formatFlag } from "../flags.ts";

export const testCommand: Command = {
  name: "test",
  summary: "Prove what the organization file expects of access, offline.",
  description:
    "Every request that the policies may tell apart is decided. An expectation that fails is shown with such a request and each level that has a say in it. " +
    "check, plan and apply prove them too. Exit 4: one does not hold, or is not proven. Exit 3: one is mistaken, and so says nothing.",
  args: [{ name: "expectation", description: "only those whose names have this in them" }],
  flags: [formatFlag("human", "json", "junit")],
  examples: [
    { command: "landfall test", says: "all of them" },
    { command: "landfall test production", says: "those that are about production" },
    { command: "landfall test --format junit > expectations.xml", says: "for a pipeline" },
  ],
  load: () => import("../actions/test.ts"),
};
