import type { Diagnostic, Place, ValuePath } from "../diagnostics/index.ts";

/** Whether a place is wanted for the key a path ends in, or for the value behind it. */
export type Aim = "key" | "value";

/** Where the value at a path was written; undefined when that cannot be told. Never throws. */
export type Locate = (path: ValuePath, aim: Aim) => Place | undefined;

/** What reading one organization file gave, before its shape is checked. */
export interface Source {
  /** Absent when the file gave no value; the diagnostics say why. */
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of all files that were read, the organization file first. */
  readonly files: readonly string[];
  readonly locate: Locate;
  /** What the file printed while it was evaluated. */
  readonly output?: string;
}

/** The file a source is read from. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path as the user would type it. */
  readonly shown: string;
  readonly text: string;
  /** The folder that imports and policy files must stay in; absolute. */
  readonly project: string;
  /** Gives the path of another file as the user would type it. */
  readonly show: (path: string) => string;
  readonly timeoutMillis: number;
}

export const nowhere: Locate = () => undefined;
