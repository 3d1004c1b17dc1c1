import type { Flags } from "./flags.ts";

/** The flags that say which organization a command is about; a command to type next needs them too. */
const CONTEXT = [
  ["config", "--config"],
  ["chdir", "--chdir"],
  ["profile", "--profile"],
  ["role", "--role"],
  ["endpointUrl", "--endpoint-url"],
] as const;

/** Those flags as they were given, with a space before each. */
export function contextOf(flags: Flags): string {
  const given = CONTEXT.flatMap(([name, flag]) => {
    const value = flags.text(name);
    return value === undefined ? [] : [` ${flag} ${quoted(value)}`];
  });
  return `${flags.on("local") ? " --local" : ""}${given.join("")}`;
}

const quoted = (value: string): string => (/^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`);

/** A command of landfall on a line of its own in a fix, without flags of the kind above. */
const COMMAND = /^(\s+landfall (?:plan|apply|check|show|rehearse|undo|unlock|bootstrap|doctor)\b(?!.*(?:--local|--chdir)).*)$/gm;

/** A fix whose commands are about the same organization as the command that failed. */
export const inContext = (fix: string, flags: Flags): string => fix.replaceAll(COMMAND, (line) => `${line}${contextOf(flags)}`);
