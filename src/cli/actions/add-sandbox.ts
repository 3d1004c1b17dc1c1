import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { addSandboxes, type SandboxUser } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Invocation } from "../command.ts";
import { edit } from "../editing.ts";
import { unreadable } from "../policy-files.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args, flags, terminal } = invocation;
  const file = flags.text("from");
  const listed = file === undefined ? "" : await readFile(resolve(terminal.cwd, file), "utf8").catch((error: unknown) => unreadable(file, error));
  const people = [...args, ...flags.list("for"), ...listed.split(/\r?\n/u)].filter((name) => name !== undefined).map((name) => name.trim()).filter((name) => name !== "");
  const users: SandboxUser[] = [...people.map((person) => ({ person })), ...flags.list("team").map((team) => ({ team }))];
  if (users.length === 0) throw new LandfallError({ code: "LF9001", severity: "error", summary: "Nobody was named.", fix: "Name a person or a team:\n\n  landfall add sandbox --for PERSON" }, "usage");
  return edit(invocation, (organization) => addSandboxes(organization, users));
}
