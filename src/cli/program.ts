import { Argument, Command as Program, InvalidArgumentError, Option } from "commander";
import { nearest } from "../diagnostics/index.ts";
import type { Command, FlagSpec } from "./command.ts";
import { GENERAL_FLAGS } from "./flags.ts";
import { COMMANDS, GROUPS, HABITS } from "./registry.ts";
import { referencePage } from "./reference-page.ts";
import { VERSION } from "./version.ts";

export type Runner = (command: Command, args: readonly (string | undefined)[], values: Readonly<Record<string, unknown>>) => Promise<void>;

/** What is wrong with a command line is thrown, and told in the form of all errors. */
const SILENT = { outputError: () => undefined };

/** The command line, built from the registry. */
export function buildProgram(run: Runner): Program {
  const program = new Program("landfall")
    .description("Describe your AWS organization in one file; landfall checks it, rehearses it, plans it and makes AWS match.")
    .version(VERSION, "--version", "print the version")
    .usage("<command> [flags]")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .enablePositionalOptions()
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false, minWidthToWrap: 20 })
    .addHelpText("after", `${footer()}\n${reference()}`)
    .configureOutput(SILENT)
    .exitOverride();
  for (const command of COMMANDS) groupOf(command, program).addCommand(verb(command, run));
  program.argument("[verb]").action((typed: string | undefined) => {
    if (typed === undefined) return program.help();
    return program.error(unknownVerb(typed), { exitCode: 64, code: "landfall.unknownVerb" });
  });
  return program;
}

/** Where a verb belongs: under its group, which its first verb makes, or with the others. */
function groupOf({ name }: Command, program: Program): Program {
  const [group = "", verbName] = name.split(" ");
  if (verbName === undefined) return program;
  const made = program.commands.find((command) => command.name() === group);
  if (made !== undefined) return made;
  const summary = GROUPS[group] ?? "";
  const fresh = new Program(group).summary(summary).description(summary).helpOption("-h, --help", "print help").helpCommand(false).configureHelp({ minWidthToWrap: 20 }).configureOutput(SILENT).exitOverride();
  program.addCommand(fresh);
  return fresh;
}

function verb(command: Command, run: Runner): Program {
  const program = new Program(command.name.split(" ").at(-1))
    .configureHelp({ minWidthToWrap: 20 })
    .summary(command.summary)
    .description([command.summary, command.description].filter((text) => text !== undefined).join("\n\n"))
    .helpOption("-h, --help", "print help")
    .showSuggestionAfterError(true)
    // What stands behind a verb of two words is that verb's, though its first word is a verb too.
    .enablePositionalOptions()
    .configureOutput(SILENT)
    .exitOverride();
  for (const { name, description, required, many } of command.args ?? []) {
    const spelled = many === true ? `${name}...` : name;
    program.addArgument(new Argument(required === true ? `<${spelled}>` : `[${spelled}]`, description));
  }
  for (const spec of [...command.flags, ...GENERAL_FLAGS]) program.addOption(option(spec));
  if (command.examples.length > 0) {
    program.addHelpText("after", `\nExamples:\n${command.examples.map(({ command: line, says }) => `  ${line}\n      ${says}`).join("\n")}`);
  }
  program.addHelpText("after", reference(command.name));
  const argumentCount = command.args?.length ?? 0;
  return program.action(async (...given: unknown[]) => {
    const args = given.slice(0, argumentCount).flat().map((arg) => (typeof arg === "string" ? arg : undefined));
    await run(command, args, program.opts());
  });
}

function option(spec: FlagSpec): Option {
  const made = new Option(spec.flags, spec.description).helpGroup(`${spec.group}:`);
  if (spec.choices !== undefined) made.choices([...spec.choices]);
  if (spec.repeat !== true) return made;
  return made.argParser((value: string, before: unknown) => {
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      throw new InvalidArgumentError(`It is none of ${spec.choices.join(", ")}.`);
    }
    return [...(Array.isArray(before) ? before : []), value];
  });
}

/** Verbs of other tools for what no verb does here. */
const REMOVING: ReadonlySet<string> = new Set(["destroy", "delete", "remove", "rm", "close"]);

function unknownVerb(typed: string): string {
  if (REMOVING.has(typed)) return `error: no verb is '${typed}': what goes stands in the organization file and in a plan. Leave a thing out to forget or remove it, name it in \`remove\`, or say \`state: "closed"\` of an account.`;
  const close = nearest(typed, [...COMMANDS.map(({ name }) => name.split(" ")[0] ?? name), ...Object.keys(HABITS)]);
  const meant = HABITS[typed] ?? HABITS[close ?? ""] ?? close;
  const hint = meant === undefined ? "" : `\n(Did you mean ${meant}?)`;
  return `error: unknown command '${typed}'${hint}`;
}

/** Where the same stands to be read at leisure; nothing where the pages were left out. */
function reference(verbName?: string): string {
  const page = referencePage();
  if (page === undefined) return "";
  return `\nReference:\n  ${page}${verbName === undefined ? "" : `#landfall-${verbName.replaceAll(" ", "-")}`}`;
}

const footer = (): string => `
Start here:
  landfall demo                      see the main job done, without an AWS account
  landfall init --blueprint full     write an organization file
  landfall plan --local              rehearse it on the embedded AWS`;
