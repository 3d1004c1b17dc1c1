import { page, table } from "./markdown.mjs";

const MEANINGS = {
  done: "Done; nothing that should stop a pipeline.",
  failed: "Failed; the message says why.",
  differences: "There are differences. `drift` always says so; `plan` and `policy diff` only with `--detailed-exitcode`.",
  findings: "Findings at or above the fail level.",
  expectation: "An expectation did not hold.",
  interrupted: "An apply stopped part way. Run the same command again: it goes on where it stopped.",
  refused: "Refused: the plan is stale, or somebody holds the lock.",
  credentials: "Credentials are missing, or may not make a call.",
  usage: "The command line or the organization file is wrong.",
  defect: "A defect in landfall itself.",
  cancelled: "Cancelled by the user.",
};

export const exitCodesPage = ({ EXIT_CODES }) => ({
  path: "docs/reference/exit-codes.md",
  text: page(
    "# Exit codes",
    "One meaning each, the same for every command.",
    table(["Code", "Reason", "Meaning"], Object.entries(EXIT_CODES).map(([reason, exitCode]) => [exitCode, reason, meaningOf(reason)])),
  ),
});

function meaningOf(reason) {
  const meaning = MEANINGS[reason];
  if (meaning === undefined) throw new RangeError(`the exit reason ${reason} has no meaning in scripts/docs/exit-codes.mjs`);
  return meaning;
}
