/** Data as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One call of the AWS CLI, and what must come of it. A word in braces stands for what an earlier step kept. */
export interface Step {
  /** What it shows, in a few words. */
  readonly does: string;
  readonly args: readonly string[];
  /** Whose keys sign; those of the management account unless an earlier step kept others under this name. */
  readonly as?: string;
  /** What the answer holds, among others; a call that prints nothing answers `{}`. */
  readonly gives?: Json;
  /** The name of the error it ends in. */
  readonly fails?: string;
  /** Words that landfall's error says; AWS CLI version 1 shows no reasons, and wording is nobody's contract. */
  readonly because?: string;
  /** Keeps parts of the answer, by path: `{ root: "Roots.0.Id" }`. */
  readonly keeps?: Readonly<Record<string, string>>;
  /** Asks again until the outcome is as it should be: what it waits for takes its time at AWS. */
  readonly waits?: boolean;
  /** Why moto is not asked, because it cannot do this or does what AWS refuses; or why what it answers is not compared, or not in these members. */
  readonly moto?: { readonly lacks: string } | { readonly differs: string; readonly in?: readonly string[] };
}

/** Steps that belong together. */
export interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Chapters that pass at one pace, after a start of the emulator with these arguments on what it kept. */
export interface Part {
  readonly when: string;
  readonly emulator: readonly string[];
  readonly chapters: readonly Chapter[];
}

/** The words of a command, and behind them arguments that have blanks: `aws("organizations create-policy --content", TEXT)`. */
export const aws = (words: string, ...others: readonly string[]): readonly string[] => [...words.split(" "), ...others];

/** A step of AWS Organizations that succeeds, or fails with the error that is named. */
export const organizations = (does: string, words: string | readonly string[], rest: Omit<Step, "does" | "args"> = {}): Step => ({
  does,
  args: ["organizations", ...(typeof words === "string" ? words.split(" ") : words)],
  ...rest,
});
