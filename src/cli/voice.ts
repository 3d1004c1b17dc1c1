import { LandfallError } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";

/** How much is told beside the answer. */
export type Voice = "quiet" | "normal" | "verbose" | "debug";

const FLAGS = ["quiet", "verbose", "debug"] as const;

/** What the flags ask for; of two, the one that says more. */
export const voiceOf = (flags: Flags): Voice => FLAGS.findLast((name) => flags.on(name)) ?? "normal";

/** Whether more than usual is told. */
export const isTelling = (voice: Voice): boolean => voice === "verbose" || voice === "debug";

/** @throws LandfallError LF9001 for a command that is to be quiet and to tell more. */
export function requireOneVoice(flags: Flags): void {
  const [first, second] = FLAGS.filter((name) => flags.on(name));
  if (first !== "quiet" || second === undefined) return;
  throw new LandfallError({ code: "LF9001", severity: "error", summary: `--quiet and --${second} do not go together.`, fix: "Leave out one of them." }, "usage");
}
