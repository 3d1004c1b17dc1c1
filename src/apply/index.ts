export { type FingerprintKeeper, keepFingerprint } from "./fingerprint-keeper.ts";
export { makeFolder } from "./folder.ts";
export { readLastRun, writeLastRun } from "./last-run-file.ts";
export { breakLock, type Hold, type Lock, LOCK_NAME, lockHolder, type LockTaker, takeLock } from "./lock.ts";
export { hasEnded, thisProcess } from "./machine.ts";
export { desiredOf, type Journal, type JournalEntry, listRuns, openRun, readRun, type RunRecord, RUNS_DIR } from "./run-record.ts";
export { apply, type ApplyInput, type ApplyResult, type Failure } from "./run.ts";
