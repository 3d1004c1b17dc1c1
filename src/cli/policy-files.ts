import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { LandfallError } from "../diagnostics/index.ts";

/** Bytes; the largest policy that AWS takes has 40,000 characters. */
const MOST = 10_000_000;

/** The text of a file, or of standard input for `-`; what is larger than any policy is not read to its end. */
export async function readPolicyText(name: string, cwd: string): Promise<string> {
  const input = name === "-" ? process.stdin : createReadStream(resolve(cwd, name));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of input) {
      chunks.push(Buffer.from(chunk as Buffer));
      size += (chunk as Buffer).length;
      if (size > MOST) break;
    }
  } catch (error) {
    unreadable(name, error);
  }
  if (size > MOST) throw new LandfallError({ code: "LF9002", severity: "error", summary: `${name} is larger than any policy.` }, "usage");
  return Buffer.concat(chunks).toString("utf8");
}

export function unreadable(name: string, error: unknown): never {
  const detail = error instanceof Error ? error.message : String(error);
  throw new LandfallError({ code: "LF9002", severity: "error", summary: `${name} could not be read.`, detail }, "usage", { cause: error });
}
