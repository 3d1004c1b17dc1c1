import type { Diagnostic } from "../diagnostics/index.ts";
import type { Observation } from "../inventory/index.ts";
import type { Fingerprint, KeptFingerprint } from "./fingerprint/fingerprint.ts";
import { isOf, type LastRun } from "./last-run.ts";

/** What is remembered of the last run: the record of this machine, or what AWS keeps of one made elsewhere. */
export type Memory =
  | { readonly from: "record"; readonly last: LastRun }
  | { readonly from: "fingerprint"; readonly fingerprint: Fingerprint }
  /** A run elsewhere is at work, or was cut off: what differs may be its doing. */
  | { readonly from: "open"; readonly run: string };

/** Whatever is newer; of the same age the record, which knows what things were. */
export function memoryOf(last: LastRun | undefined, kept: KeptFingerprint, observation: Observation): Memory | undefined {
  const record = last !== undefined && isOf(last, observation) ? last : undefined;
  const isNewer = (at: string): boolean => record === undefined || record.at < at;
  if ("organizationId" in kept && kept.organizationId === observation.organizationId) {
    if (kept.state === "closed" && isNewer(kept.fingerprint.at)) return { from: "fingerprint", fingerprint: kept.fingerprint };
    if (kept.state === "open" && isNewer(kept.at) && record?.run !== kept.run) return { from: "open", run: kept.run };
  }
  return record === undefined ? undefined : { from: "record", last: record };
}

/** What is wrong with what AWS keeps, which is then not believed. */
export function fingerprintFindings(kept: KeptFingerprint, { organizationId }: Observation): Diagnostic[] {
  const why = kept.state === "damaged" ? kept.why : "organizationId" in kept && kept.organizationId !== organizationId ? `it is of organization ${kept.organizationId}, and this is ${organizationId ?? "none yet"}` : undefined;
  if (why === undefined) return [];
  return [{ code: "LF4040", severity: "warning", summary: `The fingerprint of the last run is not believed: ${why}.`, fix: "The next `landfall apply` writes it anew." }];
}
