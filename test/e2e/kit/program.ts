import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inject, onTestFinished } from "vitest";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A process of the program that is under way. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Run>;
  /** Settles once standard output or standard error has matched. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** The installed program's own file, as `bin` names it. */
export const programFile = (): string => path.join(inject("installed"), "node_modules", "landfall", "dist", "landfall.js");

/** An empty folder, gone after the test. */
export function emptyFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "landfall-e2e-run-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Starts the program with next to no environment, and without a way off the machine. */
export function start(args: readonly string[], { cwd, env = {} }: RunOptions): Running {
  const guard = pathToFileURL(path.join(import.meta.dirname, "only-loopback.mjs")).href;
  const child = spawn(process.execPath, ["--import", guard, programFile(), ...args], {
    cwd,
    env: { PATH: process.env["PATH"], HOME: cwd, AWS_EC2_METADATA_DISABLED: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (chunk: string) => void (text[name] += chunk));
  const ended = new Promise<Run>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...text }));
  });
  return { process: child, ended, says: (pattern) => said(child, text, pattern) };
}

/** Runs the program to its end. */
export const landfall = (args: readonly string[], options: RunOptions): Promise<Run> => start(args, options).ended;

/** The program in one folder: `in(dir)("plan", "--local")`. */
export const landfallIn =
  (cwd: string, env?: Readonly<Record<string, string>>) =>
  (...args: string[]): Promise<Run> =>
    landfall(args, { cwd, env });

function said(child: ChildProcess, text: { stdout: string; stderr: string }, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = pattern.exec(text.stdout) ?? pattern.exec(text.stderr);
      if (found !== null) resolve(found);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.on("close", () => reject(new Error(`ended without saying ${String(pattern)}:\n${text.stdout}\n${text.stderr}`)));
    look();
  });
}
