import type { Code } from "../diagnostics/index.ts";

/** What a text must look like, and what to say when it does not. */
export interface Form {
  readonly code: Code;
  /** What the text is, in a sentence: "The `noun` of account "x" …". */
  readonly noun: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** What a text that misses the pattern is not: "… `misses`: "text"". */
  readonly misses: (text: string) => string;
  readonly fix: string;
}
