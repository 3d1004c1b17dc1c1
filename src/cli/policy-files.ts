import { buffer } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";

/** Bytes; the largest policy that AWS takes has 40,000 characters. */
const MOST = 10_000_000;

/** The text of a file, or of standard input for `-`. */
export async function readPolicyText(name: string, cwd: string): Promise<string> {
  const bytes = name === "-" ? await buffer(process.stdin) : await readFile(resolve(cwd, name)).catch((error: unknown) => unreadable(name, error));
  if (bytes.length > MOST) throw new LandfallError({ code: "LF9002", severity: "error", summary: `${name} is larger than any policy.` }, "usage");
  return bytes.toString("utf8");
}

export function unreadable(name: string, error: unknown): never {
  const detail = error instanceof Error ? error.message : String(error);
  throw new LandfallError({ code: "LF9002", severity: "error", summary: `${name} could not be read.`, detail }, "usage", { cause: error });
}
