import { relative } from "node:path";
import { discover, type Loaded, loadOrganization } from "../config/index.ts";
import { type Diagnostic, type ExitReason, isError } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";
import { cleanText } from "../report/index.ts";
import { review, reviewRest, RULES } from "../review/index.ts";
import type { Flags } from "./flags.ts";
import { folderOf } from "./folder.ts";
import { fileSetting, settingLine } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** The user's file, loaded and reviewed. */
export interface CheckedFile {
  /** Absent when the file cannot be read as an organization. */
  readonly organization?: Organization;
  readonly diagnostics: readonly Diagnostic[];
  /** As the user would name it. */
  readonly file: string;
  /** How many rules wait for what is wrong to be mended, before they can say anything. */
  readonly waiting?: number;
  /** Where its rehearsal and the records of its runs are kept. */
  readonly folder: string;
  /** Why a command must stop here; absent when nothing is wrong. */
  readonly stop?: ExitReason;
  /** Where the value at a path was written. */
  readonly placeOf?: Loaded["placeOf"];
}

/** Finds, loads and reviews the organization file. */
export async function readOrganizationFile(flags: Flags, terminal: Terminal): Promise<CheckedFile> {
  const { file: path, origin } = discover({ flag: flags.text("config"), cwd: terminal.cwd, env: terminal.env });
  const loaded = await loadOrganization(path, { cwd: terminal.cwd });
  const file = relative(terminal.cwd, path) || path;
  terminal.detail(`${settingLine(fileSetting(cleanText(file), origin))}\n`);
  // What the file itself printed while it was evaluated.
  if (loaded.output !== "") terminal.err(`${loaded.output.trimEnd().split("\n").map((line) => cleanText(line)).join("\n")}\n`);
  const base = { file, folder: folderOf(path) };
  if (loaded.organization === undefined) return { ...base, ...judgedRest(loaded), stop: "usage" };
  const diagnostics = [...loaded.diagnostics, ...placed(review(loaded.organization, RULES, today()), loaded)];
  const stop = loaded.diagnostics.some(isError) ? "usage" : diagnostics.some(isError) ? "findings" : undefined;
  return { ...base, organization: loaded.organization, diagnostics, stop, placeOf: (valuePath, aim) => loaded.placeOf(valuePath, aim) };
}

/** Mistakes of shape hide no findings that hold whatever stands in their place. */
function judgedRest(loaded: Loaded): Pick<CheckedFile, "diagnostics" | "waiting"> {
  if (loaded.rest === undefined) return { diagnostics: loaded.diagnostics };
  const { findings, waiting } = reviewRest(loaded.rest.value, loaded.rest.unknown, today());
  return { diagnostics: [...loaded.diagnostics, ...placed(findings, loaded)], waiting };
}

const today = (): string => new Date().toISOString().slice(0, "2027-06-30".length);

/** Findings with the place in the user's file that each is about. */
function placed(findings: readonly Diagnostic[], loaded: Loaded): Diagnostic[] {
  return findings.map((finding) => (finding.path === undefined ? finding : { ...finding, place: loaded.placeOf(finding.path) }));
}
