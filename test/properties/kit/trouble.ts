import { encodeText, type HttpResponse } from "../../../src/emulator/http-message.ts";
import type { Aws } from "../../../src/aws/index.ts";
import type { World } from "../../../src/emulator/world.ts";
import { interfere } from "./interfere.ts";
import { Choices } from "./random.ts";
import type { Call, Gate } from "./stage.ts";

/** What goes wrong while an organization is changed. */
export type Trouble =
  | { readonly kind: "none" }
  /** AWS throttles, fails, or does what it was asked and its answer is lost: one call in `oneIn`. */
  | { readonly kind: "faults"; readonly seed: number; readonly oneIn: number }
  /** The program is killed at its n-th write, before or after that took effect; a second run may be killed too. */
  | { readonly kind: "kills"; readonly atWrites: readonly number[]; readonly afterEffect: boolean; readonly keepsRecord: boolean }
  /** Somebody else changes things, before the run or in the middle of it. */
  | { readonly kind: "foreign"; readonly seed: number; readonly before: number; readonly atWrites: readonly number[] };

/** Trouble of one kind at random. */
export function randomTrouble(choices: Choices, kind: Trouble["kind"]): Trouble {
  const seed = choices.number(1, 1_000_000);
  switch (kind) {
    case "none":
      return { kind };
    case "faults":
      return { kind, seed, oneIn: choices.number(3, 25) };
    case "kills":
      return { kind, atWrites: [choices.number(1, 25), ...(choices.chance(0.4) ? [choices.number(1, 12)] : [])], afterEffect: choices.chance(0.5), keepsRecord: choices.chance(0.5) };
    case "foreign":
      return { kind, seed, before: choices.number(0, 3), atWrites: choices.chance(0.5) ? [choices.number(1, 10)] : [] };
  }
}

/** A program that is killed hears nothing more, and nobody hears of it. */
const SILENCE = new Promise<never>(() => {});

type Fault = (call: Call, reach: () => Promise<HttpResponse>) => Promise<HttpResponse>;

const refusal = (status: number, type: string): HttpResponse => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: encodeText(JSON.stringify({ __type: type, Message: "trouble" })),
});

/** The ways AWS has of not answering well; after some of them the deed is done all the same. */
const FAULTS: readonly Fault[] = [
  async () => refusal(400, "TooManyRequestsException"),
  async () => refusal(500, "ServiceException"),
  async () => refusal(503, "ServiceUnavailable"),
  async (_call, reach) => (await reach(), refusal(500, "ServiceException")),
  async () => Promise.reject(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })),
  async (_call, reach) => (await reach(), Promise.reject(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }))),
];

/** Faults at random calls. Services that answer in XML are left in peace. */
export function faulty(seed: number, oneIn: number): Gate {
  const choices = new Choices(seed);
  return (call, reach) => (call.isJson && choices.chance(1 / oneIn) ? choices.one(FAULTS)(call, reach) : reach());
}

/** A gate that lets nothing through from the n-th write on, and says when that was. */
export function deadly(atWrite: number, afterEffect: boolean): { readonly gate: Gate; readonly killed: Promise<void> } {
  let writes = 0;
  let dead = false;
  let kill = (): void => {};
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  const gate: Gate = async (call, reach) => {
    if (dead) return SILENCE;
    writes += Number(call.writes);
    if (!call.writes || writes < atWrite) return reach();
    dead = true;
    if (afterEffect) await reach();
    kill();
    return SILENCE;
  };
  return { gate, killed };
}

/** Lets somebody else in before some of the writes. */
export function shared(seed: number, atWrites: readonly number[], other: Aws, world: World, did: (what: string) => void): Gate {
  const choices = new Choices(seed);
  let writes = 0;
  return async (call, reach) => {
    writes += Number(call.writes);
    if (call.writes && atWrites.includes(writes)) did(await interfere(choices, other, world));
    return reach();
  };
}
