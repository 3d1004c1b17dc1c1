import type { Place } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";

/** The kinds of things a foreign configuration holds, as an import counts them. */
export const IMPORT_KINDS = ["ou", "account", "policy", "attachment", "delegation", "permission-set", "assignment", "role", "iam-policy", "budget", "setting", "file"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A thing that stands in the foreign configuration and has no place in the organization file. */
export interface NotCarried {
  readonly kind: ImportKind;
  /** Its name in the foreign configuration; of an attachment, the policy and its target joined by ` > `; of a delegation, the service and the account. */
  readonly name: string;
  readonly place: Place;
  /** Why it was left out, in one sentence. */
  readonly why: string;
  /** What the user can do about it. */
  readonly hint?: string;
}

/** What was decided on the way, where the result differs from the words of the foreign configuration. */
export interface ImportNote {
  readonly text: string;
  readonly place?: Place;
  /** What was assumed, which whoever imports can state instead. */
  readonly assumes?: "homeRegion";
}

/** found = carried + notCarried, always. */
export interface ImportCount {
  readonly found: number;
  readonly carried: number;
  readonly notCarried: number;
  /** Things in the organization that the foreign configuration implies without stating them, such as the OUs above a nested one. */
  readonly implied: number;
}

export type ImportCounts = Readonly<Record<ImportKind, ImportCount>>;

/** A file to write beside the organization file. */
export interface ImportedFile {
  /** Relative to the organization file, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

export interface Imported {
  readonly organization: Organization;
  /** The policy documents that the organization names by `file`. */
  readonly files: readonly ImportedFile[];
  readonly notCarried: readonly NotCarried[];
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
}

/** One foreign format. */
export interface Importer {
  /** What `landfall init --from NAME` calls it. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** Whether the folder holds this format; reads names only, never throws. */
  detect(dir: string): Promise<boolean>;
  /**
   * Reads the folder. Throws a LandfallError (LF60xx) with every mistake that stops the reading, each with its place;
   * what can be read but not carried is listed instead. `shown` is the folder as places name it. Default: `dir`.
   */
  import(dir: string, shown?: string): Promise<Imported>;
}
