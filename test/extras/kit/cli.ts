import { execFile, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

export interface CliAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A way to call the AWS CLI. */
export interface Cli {
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CliAnswer>;
  stop(): void;
}

/** Nothing of the machine's own configuration may reach a call. */
const ALONE = { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", AWS_EC2_METADATA_DISABLED: "true", AWS_PAGER: "" };

/** The program `aws`, a process for each call. */
export const cliProgram: Cli = {
  run: (args, env) =>
    new Promise((resolve) => {
      const options = { env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...ALONE, ...env } };
      execFile("aws", args, options, (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr }));
    }),
  stop: () => undefined,
};

/** The same program kept running, when Python can load it; undefined when not, as with version 2, which brings its own Python. */
export function keptCli(): Cli | undefined {
  if (spawnSync("python3", ["-c", "import awscli.clidriver"], { stdio: "ignore" }).status !== 0) return undefined;
  const child = spawn("python3", ["-u", path.join(import.meta.dirname, "cli-server.py")], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(args, env) {
      child.stdin.write(`${JSON.stringify({ args, env: { ...ALONE, ...env } })}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error("The AWS CLI that was kept running has ended.");
      return JSON.parse(line.value) as CliAnswer;
    },
    stop: () => void child.kill(),
  };
}
