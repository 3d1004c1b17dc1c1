import { relative, resolve } from "node:path";
import { printOrganization } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { IMPORTERS, type Imported, IMPORT_KINDS } from "../../import/index.ts";
import { cleanText, codeSpan, table, type Style } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import type { Flags } from "../flags.ts";
import { type FileToWrite, inDir, writeFiles, written } from "../write-files.ts";

/** What could not be carried is written beside the organization file, for a person to go through. */
const LIST_FILE = "not-carried.md";
/** Characters of a name in the list; AWS takes 128. */
const MOST = 200;

/** Turns another tool's configuration into an organization file and a list of what it could not carry. */
export async function importInto({ flags, terminal }: Invocation, source: string | undefined): Promise<ExitReason> {
  if (source === undefined) throw wrong("--from needs the file or the folder to read.", EXAMPLES);
  const importer = IMPORTERS.find(({ name }) => name === flags.text("from"));
  if (importer === undefined) throw new RangeError(`no importer ${flags.text("from") ?? ""}`);
  const found = await importer.import(resolve(terminal.cwd, source), source);
  const isStated = ({ assumes }: Imported["notes"][number]): boolean => assumes === "homeRegion" && flags.text("homeRegion") !== undefined;
  const imported = { ...found, notes: found.notes.filter((note) => !isStated(note)) };
  const format = (flags.text("format") ?? "ts") as "ts" | "json" | "yaml";
  const organization = { ...imported.organization, ...stated(flags.text("name"), "name"), ...stated(flags.text("email"), "accountEmail"), ...regionsOf(imported, flags) };
  const files: FileToWrite[] = [
    { path: `landfall.config.${format}`, text: printOrganization(organization, { format }) },
    ...imported.files,
    { path: LIST_FILE, text: listText(imported, importer.title) },
  ];
  const dir = resolve(terminal.cwd, flags.text("dir") ?? ".");
  await writeFiles(dir, files, flags.on("force"));
  terminal.out(written(relative(terminal.cwd, dir), files));
  terminal.note(`\n${sums(imported, terminal.errStyle)}\n\nWhat was not carried, and why, is in ${LIST_FILE}. Check the result:\n\n  landfall check${inDir(terminal.cwd, dir)}\n`);
  return "done";
}

const EXAMPLES = "For example:\n\n  landfall init --from lza ./aws-accelerator-config\n  landfall init --from org-formation ./organization.yml\n  landfall init --from adf ./aws-deployment-framework-bootstrap";

/** What the flags say about Regions instead of the foreign configuration. */
function regionsOf({ organization }: Imported, flags: Flags): { readonly homeRegion?: string; readonly regions?: readonly string[] } {
  const home = flags.text("homeRegion");
  const named = flags.list("region");
  if (home === undefined && named.length === 0) return {};
  const homeRegion = home ?? organization.homeRegion;
  return { homeRegion, regions: [...new Set([homeRegion, ...(named.length > 0 ? named : home === undefined ? organization.regions : [])])] };
}

const stated = (value: string | undefined, key: string): Record<string, string> => (value === undefined ? {} : { [key]: value });

const wrong = (summary: string, fix: string): LandfallError => new LandfallError({ code: "LF9001", severity: "error", summary, fix }, "usage");

function sums({ counts }: Imported, style: Style): string {
  const rows = IMPORT_KINDS.filter((kind) => counts[kind].found > 0).map((kind) => {
    const { found, carried, notCarried } = counts[kind];
    return [{ text: kind }, { text: `${found} found = ${carried} carried + ${notCarried} not carried` }];
  });
  return rows.length === 0 ? "Nothing was found to carry." : table(rows, style, 0).join("\n");
}

/** A sentence of ours about names of others: our code spans stay, their markup and links do not. */
const plain = (text: string): string => cleanText(text).replace(/[<[]/g, (character) => `&#${character.charCodeAt(0)};`);
const sentence = (text: string): string => plain(text).replace(/([^.!?:])$/, "$1.");

function listText({ notCarried, notes }: Imported, title: string): string {
  const where = (place: Imported["notCarried"][number]["place"]): string => plain(`${place.file}:${place.line}`);
  const items = notCarried.map(({ kind, name, place, why, hint }) => `- ${kind} ${codeSpan(name.length > MOST ? `${name.slice(0, MOST)}…` : name)} (${where(place)}): ${sentence(why)}${hint === undefined ? "" : ` ${sentence(hint)}`}`);
  const decided = notes.map(({ text, place }) => `- ${plain(text)}${place === undefined ? "" : ` (${where(place)})`}`);
  return [
    `# Not carried from the ${title} configuration`,
    "",
    ...(items.length === 0 ? ["Everything was carried."] : items),
    ...(decided.length === 0 ? [] : ["", "# Decided on the way", "", ...decided]),
    "",
  ].join("\n");
}
