import type { ExitReason } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** A flag of a command, in the way commander writes it: `--out <file>`. */
export interface FlagSpec {
  readonly flags: string;
  readonly description: string;
  /** The heading it stands under in the help. */
  readonly group: "What" | "AWS" | "Output" | "Approval" | "General";
  /** Given several times, it collects. */
  readonly repeat?: boolean;
  readonly choices?: readonly string[];
}

export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** The last argument may be given many times. */
  readonly many?: boolean;
  /** Words that may stand here. */
  readonly choices?: readonly string[];
}

/** What a command is given when it runs. */
export interface Invocation {
  readonly args: readonly (string | undefined)[];
  readonly flags: Flags;
  readonly terminal: Terminal;
  /** Every verb, for what speaks of all of them. */
  readonly commands: readonly Command[];
}

/** What a verb does. Every file of `actions/` named after a verb is one. */
export interface Action {
  act(invocation: Invocation): Promise<ExitReason>;
}

/** One verb. Help, completion and the reference page come from this value. */
export interface Command {
  /** Two words for a verb of a group, as in `policy lint`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** More, for its own help; paragraphs. */
  readonly description?: string;
  readonly args?: readonly ArgumentSpec[];
  readonly flags: readonly FlagSpec[];
  readonly examples: readonly { readonly command: string; readonly says: string }[];
  /** Its work, loaded when the verb is typed and not before. */
  load(): Promise<Action>;
}
