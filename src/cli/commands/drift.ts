import type { Command } from "../command.ts";
import { AWS_FLAGS, EXCLUDE_FLAG, formatFlag } from "../flags.ts";

export const driftCommand: Command = {
  name: "drift",
  summary: "Say what was changed outside landfall; nothing is proposed.",
  description: "Compares AWS with what the last run left, as the folder of the organization file remembers it; where that is not so or older, as on a new machine, by the fingerprint that the run left in AWS. Without either, AWS is compared with the file. Exits 2 when there is drift.",
  flags: [formatFlag("human", "json"), EXCLUDE_FLAG, ...AWS_FLAGS],
  examples: [
    { command: "landfall drift", says: "what others changed since the last run" },
    { command: "landfall drift --format json", says: "each night in a pipeline; exit code 2 opens an issue" },
    { command: "landfall drift --exclude policy", says: "leave out what another team's program changes" },
  ],
  load: () => import("../actions/drift.ts"),
};
