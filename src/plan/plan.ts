import type { AccessDifference } from "../access/index.ts";
import type { Code, Diagnostic } from "../diagnostics/index.ts";
import type { Address } from "../ids/index.ts";
import type { Item, ItemKind, Observed } from "../inventory/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import type { LockOut } from "./lock-out.ts";

export type Action = "create" | "invite" | "update" | "move" | "enable" | "attach" | "detach" | "delete" | "close" | "disable" | "remove";

/**
 * When a change may run. A phase starts when the one before it has ended without a failure, so that nothing is
 * loosened before everything that tightens has taken effect.
 * - `build`: creates, moves, and attaching, detaching and updating policies where that only narrows.
 * - `loosen`: attaching, detaching and updating policies where that may allow more.
 * - `clean`: deletes and closes.
 */
export type Phase = "build" | "loosen" | "clean";
export const PHASES: readonly Phase[] = ["build", "loosen", "clean"];

/** One difference between what is declared and what AWS has. Values are plain text, ready for a screen. */
export interface Difference {
  /** For example `tag owner`, `parent`, or for a policy `statement "DenyLeave" Action`. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** One step of a plan. There is at most one per address. */
export interface Change {
  readonly address: Address;
  readonly kind: ItemKind;
  readonly action: Action;
  /** Why, in words for a person. */
  readonly reason: string;
  /** The code of the reason, which has a page; every change of a plan that was made has one. */
  readonly reasonCode?: Code;
  readonly phase: Phase;
  /** Addresses of changes that must have succeeded before this one starts. */
  readonly waitsFor: readonly Address[];
  readonly differences: readonly Difference[];
  /** What is declared; absent for detach and delete. */
  readonly desired?: Item;
  /** What AWS had when the plan was made; absent for create, enable and attach. */
  readonly observed?: Observed;
  /**
   * A text for the policy that denies all that its old or its new text denies. It is written before anything else
   * happens, so that nothing is let through between two policies that change.
   */
  readonly guard?: PolicyDocument;
  /** Set when the change only puts back what somebody else changed since the last run. */
  readonly cause?: "drift";
  /** The step of a person that it waits for: it is not started before that is done. */
  readonly yours?: Address;
  /** Set when the change cannot be undone or reaches far: it needs its name typed or `--confirm KIND:NAME`. */
  readonly danger?: string;
  /** The code of that danger, which has a page. */
  readonly dangerCode?: Code;
}

/** Something in AWS that the file does not declare and the plan leaves alone. */
export interface Unmanaged {
  readonly address: Address;
  readonly kind: ItemKind;
  readonly id: string;
  readonly name: string;
  readonly why: string;
  /** Set where Control Tower keeps it, and where operations put it there for a time: such things are told apart. */
  readonly owner?: "control-tower" | "overlay";
}

/** A step that only a person can do. */
export interface YourStep {
  readonly kind: "you";
  /** For example `you:account-quota`. */
  readonly address: Address;
  readonly what: string;
  readonly why: string;
  readonly link: string;
  /** The same at a command line, where AWS has calls for it. */
  readonly commands?: readonly string[];
  /** The changes that are not started before, or the account that it is about. */
  readonly holdsUp: readonly Address[];
}

/** Something that somebody else changed since the last run. */
export interface Drift {
  readonly address: Address;
  readonly kind: ItemKind;
  readonly what: "changed" | "gone" | "added";
  /** From what the last run left to what AWS has now. */
  readonly differences: readonly Difference[];
  /** What the plan does about it; `changed-further` where the file says something new by now. */
  readonly outcome: "put-back" | "changed-further" | "left";
}

export interface DriftReport {
  /** The last run that changed something, and when AWS was last known to match: UTC, ISO 8601. */
  readonly run?: string;
  readonly at: string;
  /** Set where only AWS remembers the run, by hashes: what a thing was is known only where the file still says it. */
  readonly by?: "fingerprint";
  readonly things: readonly Drift[];
}

/** The least time AWS's published request rates allow. */
export interface TimeFloor {
  readonly seconds: number;
  /** The operation that takes longest, for example `CreateAccount`. */
  readonly operation?: string;
  readonly explanation: string;
}

export interface Plan {
  readonly format: "landfall.plan/1";
  readonly organization: { readonly name: string; readonly id?: string; readonly managementAccountId: string; readonly homeRegion: string };
  readonly changes: readonly Change[];
  readonly unmanaged: readonly Unmanaged[];
  /** What a person must do before all can be done; the next run goes on from there. */
  readonly yours?: readonly YourStep[];
  /** Absent where no run of this organization is remembered: then drift cannot be told from what the file changed. */
  readonly drift?: DriftReport;
  /** Who gains and who loses access; absent where no change makes a difference to accounts that are there. */
  readonly access?: AccessDifference;
  /** Steps after which somebody whom the organization cannot do without is shut out. */
  readonly lockOuts?: readonly LockOut[];
  /** Declared things that AWS has just so. */
  readonly unchanged: number;
  readonly notRead: readonly string[];
  /** What the file declares and landfall judges, but does not write to AWS; no change speaks of it. */
  readonly notWritten?: readonly string[];
  /** What is worth telling about the reading itself, such as why it was slow. */
  readonly remarks?: readonly string[];
  readonly timeFloor: TimeFloor;
  /** Calls that reading AWS took, by operation. */
  readonly calls: Readonly<Record<string, number>>;
  readonly findings: readonly Diagnostic[];
}
