import { once } from "node:events";
import { resolve } from "node:path";
import { LandfallError } from "../../diagnostics/index.ts";
import type { Command } from "../command.ts";
import type { Flags } from "../flags.ts";

export const emulatorCommand: Command = {
  name: "emulator",
  summary: "Run the embedded AWS as a server on this machine.",
  description: "A fresh one is a bare management account. It answers the AWS CLI, the SDKs and landfall itself; what it lacks it refuses by name.",
  flags: [
    { flags: "--port <number>", description: "the port; default: a free one", group: "What" },
    { flags: "--dir <dir>", description: "keep the state in this folder; default: in memory", group: "What" },
    { flags: "--fresh", description: "throw away what the folder holds", group: "What" },
    { flags: "--speed <factor>", description: "run the clock so many times as fast; default: 1", group: "What" },
    { flags: "--accounts <number>", description: "accounts an organization may hold, as if AWS had raised the quota of 10", group: "What" },
  ],
  examples: [
    { command: "landfall emulator --port 4600 --dir aws", says: "on a fixed port, kept between runs" },
    { command: "landfall emulator --speed 60", says: "a minute passes in a second: accounts are there soon" },
  ],
  async run({ flags, terminal }) {
    const { openEmulator, scaledClock, serveEmulator } = await import("../../emulator/index.ts");
    const dir = flags.text("dir");
    const speed = positive(flags, "speed") ?? 1;
    const accountLimit = positive(flags, "accounts");
    if (flags.on("fresh") && dir === undefined) {
      throw new LandfallError({ code: "LF9001", severity: "error", summary: "--fresh has no effect without --dir.", fix: "Name the folder to throw away, or leave out --fresh." }, "usage");
    }
    const emulator = await openEmulator({
      dir: dir === undefined ? undefined : resolve(terminal.cwd, dir),
      fresh: flags.on("fresh"),
      clock: scaledClock(speed),
      accountLimit,
    });
    try {
      const server = await serveEmulator(emulator, { port: positive(flags, "port") });
      terminal.err(`The embedded AWS listens on ${server.url}; stop it with Ctrl-C.\nManagement account ${emulator.managementAccountId}. Point the AWS CLI and landfall at it with:\n\n`);
      terminal.out(exportsFor(server.url, emulator.credentials, speed));
      terminal.err("\nAWS CLI version 1 ignores AWS_ENDPOINT_URL for a few services; there, pass --endpoint-url.\n");
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await server.close();
    } finally {
      await emulator.close();
    }
    return "done";
  },
};

function positive(flags: Flags, name: string): number | undefined {
  const text = flags.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  const whole = name === "speed" || Number.isInteger(number);
  const inRange = name !== "port" || number <= 65_535;
  if (number > 0 && inRange && Number.isFinite(number) && whole) return number;
  throw new LandfallError({ code: "LF9006", severity: "error", summary: `--${name} ${text} is no positive ${name === "speed" ? "number" : "whole number"}.`, fix: `Give --${name} a number, for example --${name} ${name === "port" ? "4600" : "60"}.` }, "usage");
}

const exportsFor = (url: string, { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }, speed: number): string =>
  [
    `export AWS_ENDPOINT_URL=${url}`,
    `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    "export AWS_DEFAULT_REGION=us-east-1",
    ...(speed === 1 ? [] : [`export LANDFALL_CLOCK_SPEED=${speed}`]),
    "",
  ].join("\n");
