import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { type Emulator, type EmulatorOptions, type EmulatorServer, openEmulator, parseFault, scaledClock, serveEmulator } from "../../emulator/index.ts";
import type { Invocation } from "../command.ts";
import type { Flags } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

/** What draws calls takes longer to load than the emulator to be ready, so it is loaded when it is needed. */
const drawing = () => import("../emulator-calls.ts");

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  const options = optionsOf(flags, terminal, await onCallOf(flags, terminal));
  const emulator = await openEmulator(options);
  try {
    const server = await serveEmulator(emulator, { port: positive(flags, "port") });
    greet(terminal, emulator, server, { ...options, speed: positive(flags, "speed") ?? 1 });
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await server.close();
    terminal.err((await drawing()).callTable(emulator.calls(), terminal.errStyle));
  } finally {
    await emulator.close();
  }
  return "done";
}

async function onCallOf(flags: Flags, terminal: Terminal): Promise<EmulatorOptions["onCall"]> {
  if (!flags.on("log")) return undefined;
  const { callLine } = await drawing();
  return (call) => terminal.err(callLine(call, terminal.errStyle));
}

function optionsOf(flags: Flags, terminal: Terminal, onCall: EmulatorOptions["onCall"]): EmulatorOptions {
  const dir = flags.text("dir");
  if (flags.on("fresh") && dir === undefined) {
    throw new LandfallError({ code: "LF9001", severity: "error", summary: "--fresh has no effect without --dir.", fix: "Name the folder to throw away, or leave out --fresh." }, "usage");
  }
  const faults = flags.list("fault").map(parseFault);
  return {
    dir: dir === undefined ? undefined : resolve(terminal.cwd, dir),
    fresh: flags.on("fresh"),
    clock: scaledClock(positive(flags, "speed") ?? 1),
    // commander names a flag that turns something off by what it turns off.
    throttle: flags.raw("throttles") !== false,
    accountLimit: positive(flags, "accounts"),
    standaloneAccounts: flags.list("standalone"),
    faults,
    // With faults somebody may want to see the same again, and must know how.
    seed: flags.text("seed") ?? (faults.length === 0 ? undefined : randomBytes(4).toString("hex")),
    onCall,
  };
}

function greet(terminal: Terminal, emulator: Emulator, { url }: EmulatorServer, { speed, throttle = true, faults = [], seed }: EmulatorOptions & { readonly speed: number }): void {
  terminal.err(`The embedded AWS listens on ${url}; stop it with Ctrl-C.\n`);
  if (faults.length > 0) terminal.err(`It brings about ${faults.map(({ name }) => name).join(", ")}; the same again with --seed ${seed}.\n`);
  terminal.err(`Management account ${emulator.managementAccountId}. Point the AWS CLI and landfall at it with:\n\n`);
  terminal.out([
    `export AWS_ENDPOINT_URL=${url}`,
    ...keyLines(emulator.credentials),
    "export AWS_DEFAULT_REGION=us-east-1",
    ...(speed === 1 ? [] : [`export LANDFALL_CLOCK_SPEED=${speed}`]),
    ...(throttle ? [] : ["export LANDFALL_THROTTLES=off"]),
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
