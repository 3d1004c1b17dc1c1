import type { Command, FlagSpec } from "../command.ts";
import { GENERAL_FLAGS } from "../flags.ts";

/** Names that only the user's own file, or the list of codes, can give. */
export type Names = "accounts" | "ous" | "codes";

export interface Candidates {
  readonly words: readonly string[];
  /** Names to ask for besides. */
  readonly names?: Names;
}

const NAMES: Readonly<Record<string, Names>> = { account: "accounts", ou: "ous", code: "codes" };

/** What may stand as the last word of a command line, without the program's name; the last word may be begun. */
export function candidates(line: readonly string[], commands: readonly Command[]): Candidates {
  const typed = line.slice(0, -1);
  const last = line.at(-1) ?? "";
  const command = commandOf(typed, commands);
  if (command === undefined) return { words: nextWords(typed.filter((word) => !word.startsWith("-")), commands) };
  const flags = [...command.flags, ...GENERAL_FLAGS];
  const before = flags.find((flag) => nameOf(flag) === typed.at(-1));
  if (before !== undefined && valueOf(before) !== undefined) return valuesOf(before);
  if (last.startsWith("-")) return { words: ["--help", ...flags.map(nameOf)] };
  const given = typed.slice(command.name.split(" ").length).filter((word, index, words) => !word.startsWith("-") && !isValue(flags, words[index - 1]));
  const argument = command.args?.[given.length] ?? command.args?.findLast(({ many }) => many === true);
  const names = argument === undefined ? undefined : NAMES[argument.name];
  return { words: argument?.choices ?? [], ...(names === undefined ? {} : { names }) };
}

/** The verb that a line begins with; the longer of two. */
const commandOf = (typed: readonly string[], commands: readonly Command[]): Command | undefined =>
  commands.filter(({ name }) => name.split(" ").every((word, index) => typed[index] === word)).toSorted((a, b) => b.name.length - a.name.length)[0];

/** The words that verbs go on with. */
function nextWords(typed: readonly string[], commands: readonly Command[]): string[] {
  const going = commands.map(({ name }) => name.split(" ")).filter((words) => typed.every((word, index) => words[index] === word));
  return [...new Set(going.flatMap((words) => words[typed.length] ?? []))];
}

const nameOf = ({ flags }: FlagSpec): string => flags.split(" ")[0] ?? "";
const valueOf = ({ flags }: FlagSpec): string | undefined => /<(.+)>/.exec(flags)?.[1];
const isValue = (flags: readonly FlagSpec[], word: string | undefined): boolean => flags.some((flag) => nameOf(flag) === word && valueOf(flag) !== undefined);

function valuesOf(flag: FlagSpec): Candidates {
  const names = NAMES[valueOf(flag) ?? ""];
  return { words: flag.choices ?? [], ...(names === undefined ? {} : { names }) };
}
