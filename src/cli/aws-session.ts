import { join, relative } from "node:path";
import { type Aws, type CallLog, clockAt, connect } from "../aws/index.ts";
import { makeFolder } from "../apply/index.ts";
import { type Emit, LandfallError } from "../diagnostics/index.ts";
import { endpointOf } from "./endpoint.ts";
import type { Flags } from "./flags.ts";
import { sessionSettings, settingLine } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { isTelling } from "./voice.ts";

/** A way to AWS, or to the embedded one, for the length of a command. */
export interface AwsSession {
  readonly aws: Aws;
  /** `aws`, `local`, or the endpoint that is asked. */
  readonly where: string;
  /** Said in front of the answer, so that a rehearsal is never taken for the real thing. */
  readonly notice?: string;
  close(): Promise<void>;
}

/** How much faster the embedded AWS's clock runs: creating an account takes it minutes, as it does AWS. */
export const LOCAL_SPEED = 60;
/** As if AWS Support had raised the quota of ten accounts far enough. */
const LOCAL_ACCOUNTS = 10_000;

/** Tells of calls that AWS keeps refusing for now, once each, so that a long wait has a reason on the screen. */
export function telling(terminal: Terminal): Emit {
  const told = new Set<string>();
  return (event) => {
    if (event.name !== "call.retried" || event.attempt < (isTelling(terminal.voice) ? 1 : 3) || (told.has(event.operation) && !isTelling(terminal.voice))) return;
    told.add(event.operation);
    terminal.note(`Waiting: ${event.operation} fails with ${event.error}; it is tried again.\n`);
  };
}

/** With `--debug`, a line for every attempt of a call; its content is never told, for it may hold secrets. */
function callLog(terminal: Terminal): CallLog | undefined {
  if (terminal.voice !== "debug") return undefined;
  return ({ operation, millis, requestId, error }) => terminal.detail(`call  ${operation}  ${error ?? "ok"}  ${millis} ms${requestId === undefined ? "" : `  ${requestId}`}\n`);
}

export interface SessionRequest {
  readonly flags: Flags;
  readonly homeRegion: string;
  /** Where the rehearsal of this organization is kept. */
  readonly folder: string;
  readonly terminal: Terminal;
  readonly emit?: Emit;
}

/**
 * Opens the way that the flags ask for.
 * @throws LandfallError LF9001 when they ask for two.
 */
export async function openSession(request: SessionRequest): Promise<AwsSession> {
  for (const setting of sessionSettings(request.flags, request.terminal.env)) request.terminal.detail(`${settingLine(setting)}\n`);
  return request.flags.on("local") ? localSession(request) : remoteSession(request);
}

async function localSession({ flags, homeRegion, folder, terminal, emit }: SessionRequest): Promise<AwsSession> {
  const other = ["profile", "role", "endpointUrl"].find((name) => flags.text(name) !== undefined);
  if (other !== undefined) {
    const flag = other === "endpointUrl" ? "--endpoint-url" : `--${other}`;
    throw new LandfallError({ code: "LF9001", severity: "error", summary: `--local and ${flag} do not go together.`, fix: `Leave out ${flag}: the embedded AWS has its own credentials.` }, "usage");
  }
  const { openEmulator, scaledClock } = await import("../emulator/index.ts");
  const dir = join(folder, "local");
  await makeFolder(folder);
  const emulator = await openEmulator({ dir, clock: scaledClock(LOCAL_SPEED), accountLimit: LOCAL_ACCOUNTS });
  return {
    aws: connect({ homeRegion, clock: emulator.clock, emit, log: callLog(terminal), requestHandler: emulator.requestHandler, credentials: emulator.credentials }),
    where: "local",
    notice: `Rehearsal on the embedded AWS in ${relative(terminal.cwd, dir)}; its clock runs ${LOCAL_SPEED} times as fast. Nothing real is touched.`,
    close: () => emulator.close(),
  };
}

async function remoteSession({ flags, homeRegion, terminal, emit }: SessionRequest): Promise<AwsSession> {
  const { env } = terminal;
  const endpoint = endpointOf(flags, env);
  // An emulator that runs fast says so beside its address; AWS's clock is the wall's.
  const speed = endpoint === undefined ? 1 : Number(env["LANDFALL_CLOCK_SPEED"] ?? 1);
  const aws = connect({
    homeRegion,
    clock: clockAt(speed > 0 ? speed : 1),
    // AWS itself is never asked faster than it allows.
    paced: endpoint === undefined || env["LANDFALL_THROTTLES"] !== "off",
    emit,
    log: callLog(terminal),
    endpoint,
    profile: flags.text("profile"),
    role: flags.text("role"),
  });
  return { aws, where: endpoint ?? "aws", notice: endpoint === undefined ? undefined : `Asking ${endpoint} instead of AWS.`, close: async () => {} };
}
