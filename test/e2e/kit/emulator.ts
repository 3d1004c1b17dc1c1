import { type Running, start } from "./program.ts";

export interface EmulatorProcess {
  readonly running: Running;
  readonly url: string;
  /** What the emulator told to export. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs `landfall emulator` and waits until it has said how to reach it. */
export async function startEmulator(cwd: string, ...args: string[]): Promise<EmulatorProcess> {
  const running = start(["emulator", ...args], { cwd });
  const [exports] = await running.says(/(?:^export \S+\n)+(?=[^]*)/m);
  const env = Object.fromEntries([...exports.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  return { running, url: env["AWS_ENDPOINT_URL"] ?? "", env };
}
