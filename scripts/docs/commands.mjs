import { code, fenced, page, table } from "./markdown.mjs";

/** Every verb with its flags and examples, in the order of the help. */
export const commandsPage = ({ COMMANDS, GENERAL_FLAGS, HABITS }) => ({
  path: "docs/reference/commands.md",
  text: page(
    "# Commands",
    table(["Command", "What it does"], COMMANDS.map(({ name, summary }) => [`[${name}](#landfall-${name.replaceAll(" ", "-")})`, summary])),
    "`landfall VERB --help` prints the same as this page. The answer goes to standard output; progress and messages go to standard error. What the exit codes mean: [Exit codes](exit-codes.md).",
    COMMANDS.flatMap(verb),
    "## Flags of every command",
    flagTable(GENERAL_FLAGS),
    "## Words of other tools",
    "An unknown verb is answered with the one that is meant:",
    table(["Typed", "Meant"], Object.entries(HABITS).map(([typed, meant]) => [typed, meant])),
  ),
});

const verb = ({ name, summary, description, args = [], flags, examples }) => [
  `## landfall ${name}`,
  summary,
  fenced(["landfall", name, ...args.map(spelled), "[flags]"].join(" ")),
  paragraphs(description),
  args.length === 0 ? undefined : table(["Argument", "Meaning"], args.map((arg) => [code(arg.name), arg.description])),
  flags.length === 0 ? undefined : flagTable(flags),
  examples.length === 0 ? undefined : fenced(examples.map(({ command, says }) => `# ${says}\n${command}`).join("\n\n"), "sh"),
];

const spelled = ({ name, required, many }) => (required ? `<${name}${many ? "..." : ""}>` : `[${name}${many ? "..." : ""}]`);

const flagTable = (flags) => table(["Flag", "Meaning"], flags.map((flag) => [code(flag.flags), meaning(flag)]));

const meaning = ({ description, choices, repeat }) => {
  const listed = choices === undefined || choices.every((choice) => description.includes(choice)) ? "" : ` (${choices.map(code).join(", ")})`;
  return `${description}${listed}${repeat ? "; may be given several times" : ""}`;
};

/** A description written for the terminal: indented lines stay as they are. */
const paragraphs = (text) => (text !== undefined && /^ {2}/m.test(text) ? fenced(text) : text);
