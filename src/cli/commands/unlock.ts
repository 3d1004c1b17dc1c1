import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const unlockCommand: Command = {
  name: "unlock",
  summary: "Say who holds the lock, and release it from a run that is dead.",
  description: "A lock ends by itself a quarter of an hour after its run last renewed it, and at once for the next run on the machine of a run that was killed. A run that is still alive stops when it finds its lock gone.",
  flags: [{ flags: "--yes", description: "do not ask", group: "Approval" }, formatFlag("human", "json"), ...AWS_FLAGS],
  examples: [{ command: "landfall unlock", says: "see who holds it, and be asked" }, { command: "landfall unlock --yes", says: "release it from a run that is dead, without being asked" }, { command: "landfall unlock --format json", says: "see who holds it, for a program; released only with --yes" }],
  load: () => import("../actions/unlock.ts"),
};
