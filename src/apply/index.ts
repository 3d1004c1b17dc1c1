export { type Lock, LOCK_NAME, takeLock } from "./lock.ts";
export { apply, type ApplyInput, type ApplyResult, type Failure } from "./run.ts";
