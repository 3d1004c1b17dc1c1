/** What the evaluated code asks landfall about a file of the project, as one line of JSON on file descriptor 4. */
export interface Question {
  readonly ask: "file" | "list" | "stat" | "link" | "real";
  readonly path: string;
}

export type EntryKind = "file" | "folder" | "link" | "other";

/** The answer, as one line of JSON on the same descriptor. */
export type Answer =
  | { readonly kind: "bytes"; readonly base64: string }
  | { readonly kind: "names"; readonly entries: readonly { readonly name: string; readonly kind: EntryKind }[] }
  | { readonly kind: "stat"; readonly entry: EntryKind; readonly size: number; readonly mode: number }
  | { readonly kind: "path"; readonly path: string }
  /** An error of the file system, with its code: ENOENT. */
  | { readonly kind: "error"; readonly code: string }
  /** The path leads out of the project. */
  | { readonly kind: "refused" };
