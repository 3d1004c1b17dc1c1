import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { LandfallError } from "../../diagnostics/index.ts";
import type { Emulator, EmulatorOptions, EmulatorServer } from "../../emulator/index.ts";
import type { Command } from "../command.ts";
import { callLine, callTable } from "../emulator-calls.ts";
import type { Flags } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

export const emulatorCommand: Command = {
  name: "emulator",
  summary: "Run the embedded AWS as a server on this machine.",
  description: "A fresh one is a bare management account. It answers the AWS CLI, the SDKs and landfall itself; what it lacks it refuses by name. At the end it says how many calls of each operation there were.",
  flags: [
    { flags: "--port <number>", description: "the port; default: a free one", group: "What" },
    { flags: "--dir <dir>", description: "keep the state in this folder; default: in memory", group: "What" },
    { flags: "--fresh", description: "throw away what the folder holds", group: "What" },
    { flags: "--speed <factor>", description: "run the clock so many times as fast, request rates included; default: 1", group: "What" },
    { flags: "--accounts <number>", description: "accounts an organization may hold, as if AWS had raised the quota of 10", group: "What" },
    { flags: "--standalone <email>", description: "another account that is in no organization, with this root e-mail address; its key is printed too", group: "What", repeat: true },
    { flags: "--fault <fault>", description: "bring about trouble: name[:parameter][/operations][@rate], for example throttle@0.2", group: "What", repeat: true },
    { flags: "--seed <text>", description: "the same seed gives the same ids and keys, and lets faults meet the same calls; default: another each time", group: "What" },
    { flags: "--log", description: "print each call as it is answered: who asked what, the decision, the error, how long it took", group: "Output" },
  ],
  examples: [
    { command: "landfall emulator --port 4600 --dir aws", says: "on a fixed port, kept between runs" },
    { command: "landfall emulator --speed 60", says: "a minute passes in a second: accounts are there soon" },
    { command: "landfall emulator --fault throttle@0.2 --fault failing-creation:EMAIL_ALREADY_EXISTS@x1 --seed rehearsal --log", says: "with trouble, the same each time, and every call shown" },
  ],
  async run({ flags, terminal }) {
    const { openEmulator, serveEmulator } = await import("../../emulator/index.ts");
    const options = await optionsOf(flags, terminal);
    const emulator = await openEmulator(options);
    try {
      const server = await serveEmulator(emulator, { port: positive(flags, "port") });
      greet(terminal, emulator, server, { ...options, speed: positive(flags, "speed") ?? 1 });
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await server.close();
      terminal.err(callTable(emulator.calls(), terminal.errStyle));
    } finally {
      await emulator.close();
    }
    return "done";
  },
};

async function optionsOf(flags: Flags, terminal: Terminal): Promise<EmulatorOptions> {
  const { parseFault, scaledClock } = await import("../../emulator/index.ts");
  const dir = flags.text("dir");
  if (flags.on("fresh") && dir === undefined) {
    throw new LandfallError({ code: "LF9001", severity: "error", summary: "--fresh has no effect without --dir.", fix: "Name the folder to throw away, or leave out --fresh." }, "usage");
  }
  const faults = flags.list("fault").map(parseFault);
  return {
    dir: dir === undefined ? undefined : resolve(terminal.cwd, dir),
    fresh: flags.on("fresh"),
    clock: scaledClock(positive(flags, "speed") ?? 1),
    accountLimit: positive(flags, "accounts"),
    standaloneAccounts: flags.list("standalone"),
    faults,
    // With faults somebody may want to see the same again, and must know how.
    seed: flags.text("seed") ?? (faults.length === 0 ? undefined : randomBytes(4).toString("hex")),
    onCall: flags.on("log") ? (call) => terminal.err(callLine(call, terminal.errStyle)) : undefined,
  };
}

function greet(terminal: Terminal, emulator: Emulator, { url }: EmulatorServer, { speed, faults = [], seed }: EmulatorOptions & { readonly speed: number }): void {
  terminal.err(`The embedded AWS listens on ${url}; stop it with Ctrl-C.\n`);
  if (faults.length > 0) terminal.err(`It brings about ${faults.map(({ name }) => name).join(", ")}; the same again with --seed ${seed}.\n`);
  terminal.err(`Management account ${emulator.managementAccountId}. Point the AWS CLI and landfall at it with:\n\n`);
  terminal.out([
    `export AWS_ENDPOINT_URL=${url}`,
    ...keyLines(emulator.credentials),
    "export AWS_DEFAULT_REGION=us-east-1",
    ...(speed === 1 ? [] : [`export LANDFALL_CLOCK_SPEED=${speed}`]),
    ...emulator.standaloneAccounts.flatMap(({ id, email, credentials }) => [`# Account ${id} of ${email}, in no organization:`, ...keyLines(credentials).map((line) => `#   ${line}`)]),
    "",
  ].join("\n"));
  terminal.err("\nAWS CLI version 1 ignores AWS_ENDPOINT_URL for a few services; there, pass --endpoint-url.\n");
}

const keyLines = ({ accessKeyId, secretAccessKey }: Emulator["credentials"]): readonly string[] => [
  `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
  `export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
];

function positive(flags: Flags, name: string): number | undefined {
  const text = flags.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  const whole = name === "speed" || Number.isInteger(number);
  const inRange = name !== "port" || number <= 65_535;
  if (number > 0 && inRange && Number.isFinite(number) && whole) return number;
  throw new LandfallError({ code: "LF9006", severity: "error", summary: `--${name} ${text} is no positive ${name === "speed" ? "number" : "whole number"}.`, fix: `Give --${name} a number, for example --${name} ${name === "port" ? "4600" : "60"}.` }, "usage");
}
