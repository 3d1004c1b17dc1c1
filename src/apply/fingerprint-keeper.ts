import type { Aws } from "../aws/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Fingerprint } from "../plan/index.ts";
import { fingerprintName, type FingerprintRead, openedText, textsOf } from "../resources/index.ts";

/** How a run ended, for the fingerprint. */
export interface FingerprintEnd {
  readonly organizationId: string;
  /** What the run left; undefined where too little is known to tell. */
  readonly left: Fingerprint | undefined;
}

export interface FingerprintKeeper {
  /** Settled once AWS says of the old fingerprint that it is not true any more. To be waited for before the first change. */
  readonly opened: Promise<void>;
  /** Writes the parts that stand in parameters of their own. Slow where there are many, so it is done under the lock. */
  prepare(end: FingerprintEnd): Promise<void>;
  /**
   * Ends it: with what was prepared, with what was there before where nothing was changed, or else as it is. One call,
   * which may be made beside that which releases the lock: where another run wrote meanwhile, nothing is left to be
   * believed. Says why where what was left could not be written.
   */
  close(isUnchanged: boolean): Promise<Diagnostic | undefined>;
}

/**
 * Keeps AWS from telling something untrue while a run is at work: what is there is marked before the first change, and
 * replaced at the end. A run that is killed leaves the mark.
 */
export function keepFingerprint(aws: Aws, run: string, reading: Promise<FingerprintRead>): FingerprintKeeper {
  let [version, isMarked, isSurpassed] = [0, false, false];
  let before: FingerprintRead | undefined;
  let [first, failure]: [string | undefined, unknown] = [undefined, undefined];
  const put = async (index: number, Value: string): Promise<number> => {
    const { Version = 0 } = await (await aws.ssm()).putParameter({ Name: fingerprintName(index), Value, Type: "String", Overwrite: true });
    return Version;
  };
  /** Writes the first parameter; whoever else did since it was last seen makes it worthless. */
  const putFirst = async (Value: string): Promise<void> => {
    const written = await put(0, Value);
    if (written !== version + 1) isSurpassed = true;
    version = written;
  };
  const open = async (): Promise<void> => {
    before = await reading;
    version = before.version;
    if (before.kept.state === "not-read") failure = new RangeError(`AWS answered ${before.kept.error} when it was read`);
    const [old] = before.texts;
    // One that is open or damaged already is believed by nobody.
    if (old === undefined || before.kept.state !== "closed") return;
    const marked = openedText(old, { run, at: new Date(aws.clock.now()).toISOString() });
    if (marked === undefined) return;
    await putFirst(marked);
    isMarked = true;
  };
  const opened = open().catch((error: unknown) => void (failure = error));
  return {
    opened,
    async prepare({ organizationId, left }) {
      await opened;
      const texts = left === undefined || organizationId === "" || failure !== undefined ? undefined : textsOf(left, organizationId);
      if (texts === undefined) return;
      try {
        for (const [index, text] of texts.entries()) if (index > 0 && text !== before?.texts[index]) await put(index, text);
        first = texts[0];
      } catch (error) {
        failure = error;
      }
    },
    async close(isUnchanged) {
      await opened;
      try {
        if (failure === undefined && first !== undefined && !isSurpassed) await putFirst(first);
        else if (isMarked && isUnchanged && !isSurpassed) await putFirst(before?.texts[0] ?? "");
        if (isSurpassed) await (await aws.ssm()).deleteParameter({ Name: fingerprintName(0) });
      } catch (error) {
        failure ??= error;
      }
      return failure === undefined || (isUnchanged && !isMarked) ? undefined : notWritten(failure);
    },
  };
}

const notWritten = (error: unknown): Diagnostic => ({
  code: "LF5010",
  severity: "warning",
  summary: `The fingerprint of this run could not be written: ${error instanceof Error ? error.message : ""}`,
  detail: "Until an apply writes it, other machines cannot tell what this run changed from what others changed.",
  fix: "If AWS denies it, give the apply role what it needs:\n\n  landfall bootstrap --create",
});
