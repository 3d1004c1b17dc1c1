import type { ExitReason } from "../diagnostics/index.ts";
import type { DoctorScope } from "./scope.ts";

/** How a check ended: `skip` when it could not be made, with the reason. */
export type Status = "ok" | "warn" | "fail" | "skip";

/** One thing a check found. */
export interface Finding {
  readonly status: Status;
  /** What was found, as a part of a sentence without its full stop. */
  readonly text: string;
  /** What to do: a sentence, or a command, which begins with `landfall` or `aws`. */
  readonly fix?: string;
  /** Why the command ends as it does, where this is the first that failed. Default: `failed`. */
  readonly reason?: ExitReason;
}

/**
 * What a check cannot do without; where it is missing, the check is skipped with the reason.
 * - `management`: the caller's account is the management account, or may become it.
 * - `organization`: there is one.
 */
export type Need = "file" | "credentials" | "management" | "organization";

/** One thing the doctor looks at. */
export interface Check {
  /** Stands in front of its findings, and in the JSON form. */
  readonly name: string;
  readonly needs: readonly Need[];
  run(scope: DoctorScope): Promise<readonly Finding[]>;
}

export const ok = (text: string): Finding => ({ status: "ok", text });
export const warn = (text: string, fix?: string): Finding => ({ status: "warn", text, fix });
export const fail = (text: string, fix?: string, reason: ExitReason = "failed"): Finding => ({ status: "fail", text, fix, reason });
export const skip = (text: string, fix?: string): Finding => ({ status: "skip", text, fix });
