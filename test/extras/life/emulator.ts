import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { programFile } from "../../e2e/kit/program.ts";

/** `landfall emulator`, running until it is stopped, whatever test started it. */
export interface RunningEmulator {
  readonly url: string;
  readonly managementKeys: Readonly<Record<string, string>>;
  readonly other: { readonly accountId: string; readonly keys: Readonly<Record<string, string>> };
  stop(): Promise<void>;
}

/** Starts the installed program with one account that is in no organization, and reads what it prints. */
export async function startLongEmulator(cwd: string, ...args: readonly string[]): Promise<RunningEmulator> {
  const child = spawn(process.execPath, [programFile(), "emulator", "--standalone", "other@example.com", ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const text = await printed(child);
  const [management = "", other = ""] = text.split(/^# Account/m);
  return {
    url: /^export AWS_ENDPOINT_URL=(\S+)$/m.exec(management)?.[1] ?? "",
    managementKeys: keysIn(management),
    other: { accountId: /\d{12}/.exec(other)?.[0] ?? "", keys: keysIn(other) },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function printed(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [out, err] = ["", ""];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => void (err += text));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (/^#\s+export AWS_SECRET_ACCESS_KEY=\S+$/m.test(out)) resolve(out);
    });
    child.on("close", () => reject(new Error(`landfall emulator ended: ${err}`)));
  });
}

const keysIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/export (AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]));
