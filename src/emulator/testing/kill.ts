import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

/** When to kill: so many milliseconds after the program has written so many lines. */
export interface Moment {
  readonly lines: number;
  readonly millis: number;
}

/**
 * Runs a program that never ends by itself, kills it without a warning, and tells the lines that it had written.
 * Throws, with what the program had to say, when it ended before it was killed: then nothing was tried.
 */
export async function runAndKill(program: string, args: readonly string[], { lines, millis }: Moment): Promise<string[]> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (text: string) => void (said[name] += text));
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on("error", reject);
    // Comes after the last byte: nothing that was written before the kill is missed.
    child.on("close", (_code, signal) => resolve(signal));
  });
  const enough = new Promise<void>((resolve) => {
    const look = (): void => void (said.stdout.split("\n").length > lines && resolve());
    child.stdout.on("data", look);
    look();
  });
  await Promise.race([enough.then(() => delay(millis)), ended]);
  child.kill("SIGKILL");
  if ((await ended) !== "SIGKILL") throw new Error(`the program ended before it was killed: ${said.stderr}`);
  return said.stdout.split("\n").slice(0, -1);
}
