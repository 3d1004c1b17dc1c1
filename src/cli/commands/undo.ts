import type { Command } from "../command.ts";
import { APPROVAL_FLAGS, AWS_FLAGS, formatFlag, FULL_FLAG } from "../flags.ts";

export const undoCommand: Command = {
  name: "undo",
  summary: "Plan the way back from a run of apply, and take it when approved.",
  description: "Every run saves what it changes before it starts. What cannot go back is named. Without a run, the runs of this project are listed. The organization file is not changed: change it too, or the next apply brings the run back.",
  args: [{ name: "run", description: "the name of the run, as apply printed it" }],
  flags: [...APPROVAL_FLAGS, FULL_FLAG, formatFlag("human", "ndjson"), ...AWS_FLAGS],
  examples: [
    { command: "landfall undo", says: "list the runs of this project" },
    { command: "landfall undo 20261123-1412-3f9a", says: "show the way back, and ask" },
    { command: "landfall undo 20261123-1412-3f9a --yes", says: "take the way back without being asked, but for what is dangerous" },
  ],
  load: () => import("../actions/undo.ts"),
};
