import { CODES, type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { cleanText } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { candidates, type Names } from "../completion/candidates.ts";
import { COMPLETION_SCRIPTS } from "../completion/scripts.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args, flags, terminal, commands } = invocation;
  const words = args.filter((word) => word !== undefined);
  if (flags.on("line")) {
    const { words: found, names } = candidates(words, commands);
    const all = [...found, ...(names === undefined ? [] : await named(names, invocation))];
    const begun = words.at(-1) ?? "";
    terminal.out(all.filter((word) => word.startsWith(begun)).map((word) => `${cleanText(word)}\n`).join(""));
    return "done";
  }
  const script = COMPLETION_SCRIPTS[words[0] ?? ""];
  if (script === undefined) throw new LandfallError({ code: "LF9001", severity: "error", summary: "Say which shell.", fix: `One of ${Object.keys(COMPLETION_SCRIPTS).join(", ")}.` }, "usage");
  terminal.out(script);
  return "done";
}

/** A file that cannot be read completes nothing, and is no reason to disturb somebody who types. */
async function named(names: Names, { flags, terminal }: Invocation): Promise<string[]> {
  if (names === "codes") return [...CODES.keys()];
  const { discover, loadOrganization } = await import("../../config/index.ts");
  const { accountsOf, nodesOf } = await import("../../organization/index.ts");
  try {
    const { file } = discover({ flag: flags.text("config"), cwd: terminal.cwd, env: terminal.env });
    const { organization } = await loadOrganization(file, { cwd: terminal.cwd });
    if (organization === undefined) return [];
    return names === "accounts" ? accountsOf(organization).map(({ key }) => key) : ["root", ...nodesOf(organization).flatMap(({ names: path }) => (path.length === 0 ? [] : [path.join("/")]))];
  } catch (error) {
    if (error instanceof LandfallError) return [];
    throw error;
  }
}
