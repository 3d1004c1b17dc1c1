import type { KeptFingerprint, Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { changesBlock } from "./changes.ts";
import { driftBlock } from "./drift.ts";
import { header } from "./header.ts";
import { costWords } from "./time.ts";
import { notReadBlock, overlaysBlock, unmanagedBlock } from "./unmanaged.ts";

/** What was changed outside, for a person; where that cannot be told, why, and how AWS differs from the file. */
export function driftHuman(plan: Plan, style: Style, file: string, kept: KeptFingerprint = { state: "none" }): string {
  const { drift } = plan;
  const known = drift === undefined ? [] : driftBlock(plan, style, true);
  const compared = drift === undefined ? changesBlock(plan, style, false) : [];
  const nothingKnown = wrap(clean(style, `${whyUnmeasured(kept)}, so AWS is compared with ${file}: what differs may be drift, or not applied yet.`), style.width);
  const blocks = [
    header(plan, style, "landfall drift"),
    ...(drift === undefined ? [nothingKnown, compared] : [known]),
    overlaysBlock(plan, style),
    unmanagedBlock(plan, style, false),
    notReadBlock(plan.notRead, style),
    hang("", `${verdict(plan)} ${paint(style, "dim", costWords(plan))}`.trimEnd(), style),
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}

/** Why nothing tells what the last run left. */
function whyUnmeasured(kept: KeptFingerprint): string {
  switch (kept.state) {
    case "open":
      return `Run ${kept.run} is at work elsewhere, or was cut off`;
    case "not-read":
      return `No run is remembered here, and AWS did not let the fingerprint of the last one be read (${kept.error})`;
    case "damaged":
      return "No run is remembered here, and the fingerprint of the last one in AWS is damaged";
    default:
      return "No run of this organization is remembered, here or in AWS";
  }
}

function verdict({ drift, changes }: Plan): string {
  if (drift === undefined) return changes.length === 0 ? "No difference." : `${count(changes.length, "difference")}.`;
  return drift.things.length === 0 ? `No drift since ${drift.at.slice(0, 10)}.` : `${count(drift.things.length, "thing")} drifted.`;
}

/** Drift as `landfall.drift/1`; without `drift`, nothing was remembered to measure it from. */
export function driftJson({ organization, drift, changes, unmanaged, notRead, calls }: Plan, tool: string): string {
  const differences = drift === undefined ? changes.map(({ address, action, differences: each }) => ({ address, action, differences: each })) : undefined;
  return enveloped({ format: "landfall.drift/1", tool }, { organization, drift, differences, unmanaged, notRead, calls });
}
