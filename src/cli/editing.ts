import { randomUUID } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { discover, type Edit, editOrganization, loadOrganization } from "../config/index.ts";
import { type ExitReason, isError, LandfallError } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";
import { changedLines, count } from "../report/index.ts";
import type { Invocation } from "./command.ts";
import { inContext } from "./context.ts";

/** Edits the organization file as a verb says, shows what became of it, and writes it whole or not at all. */
export async function edit({ flags, terminal }: Invocation, editsOf: (organization: Organization) => readonly Edit[]): Promise<ExitReason> {
  const { file: path } = discover({ flag: flags.text("config"), cwd: terminal.cwd, env: terminal.env });
  const text = await readFile(path, "utf8");
  const loaded = await loadOrganization(path, { cwd: terminal.cwd, text });
  if (loaded.organization === undefined) throw new LandfallError(loaded.diagnostics.filter(isError), "usage");
  const edits = editsOf(loaded.organization);
  if (edits.length === 0) {
    terminal.out(`${loaded.file} says so already.\n`);
    return "done";
  }
  const edited = await editOrganization({ path, text, organization: loaded.organization, cwd: terminal.cwd }, edits);
  terminal.out(`${changedLines(text, edited.text, terminal.outStyle).join("\n")}\n\n`);
  if (flags.on("dryRun")) {
    terminal.out(`${loaded.file} was left as it is.\n`);
    return "done";
  }
  await replaceFile(path, edited.text);
  terminal.out(`Wrote ${loaded.file}, ${count(edits.length, "edit")}. Next:\n\n${inContext("  landfall check\n  landfall plan", flags)}\n`);
  return "done";
}

/** Either the old file is there or the new one, whatever happens in between. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.landfall-${randomUUID()}`);
  try {
    const { mode } = await stat(path);
    await writeFile(beside, text, { mode, flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `${path} could not be written.`, detail: error instanceof Error ? error.message : "" }, "failed", { cause: error });
  }
}
