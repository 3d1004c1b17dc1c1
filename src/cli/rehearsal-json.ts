import type { ApplyResult } from "../apply/index.ts";
import type { Rehearsal } from "../rehearse/index.ts";
import { enveloped } from "../report/index.ts";
import { TOOL } from "./version.ts";

/** A rehearsal as `landfall.rehearsal/1`: what was planned, what came of it, and what would be left. */
export const rehearsalJson = ({ plan, result, resumed, after, gaps, looks, notCopied }: Rehearsal): string =>
  enveloped(
    { format: "landfall.rehearsal/1", tool: TOOL },
    { plan, runs: [result, ...(resumed === undefined ? [] : [resumed])].map(runJson), left: after.changes, gaps, looks, notCopied },
  );

/** What of a run a program can use: times and counters of the copy mean nothing outside of it. */
const runJson = ({ done, failed, skipped }: ApplyResult): object => ({
  done: done.map(({ address }) => address),
  failed: failed.map(({ change, diagnostics }) => ({ address: change.address, diagnostics })),
  skipped: skipped.map(({ address }) => address),
});
