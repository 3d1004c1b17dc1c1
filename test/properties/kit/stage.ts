import { type Aws, connect } from "../../../src/aws/index.ts";
import { createAccessKey } from "../../../src/emulator/access-key.ts";
import { Engine } from "../../../src/emulator/engine.ts";
import type { HttpRequest, HttpResponse } from "../../../src/emulator/index.ts";
import { sdkHandler } from "../../../src/emulator/sdk-handler.ts";
import { SERVICES } from "../../../src/emulator/services/index.ts";
import { handshakesTable } from "../../../src/emulator/services/organizations/handshakes/state.ts";
import { addStandaloneAccount, setAccountLimit } from "../../../src/emulator/services/organizations/index.ts";
import { type MemoryWorld, openMemoryStore } from "../../../src/emulator/store/index.ts";
import { type JumpingClock, jumpingClock } from "./jumping-clock.ts";
import { Choices } from "./random.ts";
import { GUESTS } from "./sketch.ts";

export const MANAGEMENT = "111111111111";
export const HOME_REGION = "eu-west-1";

/** A call as it comes to AWS. */
export interface Call {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether it may change anything. */
  readonly writes: boolean;
  /** STS and IAM answer in XML. */
  readonly isJson: boolean;
}

/** Answers a call; what it calls `reach` for is the embedded AWS itself. */
export type Gate = (call: Call, reach: () => Promise<HttpResponse>) => Promise<HttpResponse>;

export const OPEN: Gate = (_call, reach) => reach();

/** A way to AWS, with a gate that every call goes through. */
export interface Line {
  readonly aws: Aws;
  gate: Gate;
}

/** An embedded AWS whose world can be looked at, and time that costs nothing. */
export interface Stage {
  readonly clock: JumpingClock;
  /** Accounts that are outside at first accept what invites them; whether any did. */
  acceptInvitations(): Promise<boolean>;
  readonly world: MemoryWorld;
  /** Lends a way to AWS; who was killed never gives his back. */
  take(gate: Gate): Line;
  giveBack(line: Line): void;
}

/** Far more than any journey makes; who makes more waits for something that never comes. */
const MOST_CALLS = 20_000;

export async function openStage(seed: number): Promise<Stage> {
  const clock = jumpingClock();
  // Nothing is ever committed, so that the world can go back to any moment.
  const store = { ...openMemoryStore(String(seed)), save: () => Promise.resolve() };
  const engine = new Engine({ store, services: SERVICES, clock, wallNow: Date.now, throttle: true });
  const { accessKeyId, secretAccessKey } = await engine.change((world, now) => {
    addStandaloneAccount(world, { id: MANAGEMENT, email: "management@acme.example", name: "Management", createdAt: now });
    setAccountLimit(world, 1_000);
    for (const [name, id] of Object.entries(GUESTS)) addStandaloneAccount(world, { id, email: `${name}@guests.example`, name, createdAt: now });
    return createAccessKey(world, { accountId: MANAGEMENT }, now);
  });
  const patience = new Choices(seed);
  let calls = 0;
  const answer = async (request: HttpRequest, gate: Gate): Promise<HttpResponse> => {
    clock.touch();
    calls += 1;
    if (calls > MOST_CALLS) throw new RangeError(`the run goes on and on: ${MOST_CALLS} calls`);
    const call = callOf(request);
    const response = await gate(call, () => engine.handle(request));
    // What takes AWS minutes is mostly over when it is next asked, or a test would only ever poll.
    if (/^(CreateAccount|EnablePolicyType|CloseAccount)$/.test(call.operation) && patience.chance(0.8)) clock.skip(3 * 60_000);
    clock.touch();
    return response;
  };
  const idle: Line[] = [];
  const open = (gate: Gate): Line => {
    const requestHandler = sdkHandler((request) => answer(request, line.gate));
    const line = { gate, aws: connect({ homeRegion: HOME_REGION, clock, credentials: { accessKeyId, secretAccessKey }, requestHandler }) };
    return line;
  };
  const guest = async (accountId: string): Promise<Aws> => {
    const credentials = await engine.change((world, now) => createAccessKey(world, { accountId }, now));
    return connect({ homeRegion: HOME_REGION, clock, credentials, requestHandler: sdkHandler((request) => engine.handle(request)) });
  };
  return {
    clock,
    async acceptInvitations() {
      let accepted = false;
      const invited = new Set([...handshakesTable(store.world).values()].flatMap(({ state, recipient }) => (state === "OPEN" ? [recipient?.Id] : [])));
      for (const id of Object.values(GUESTS).filter((each) => invited.has(each))) {
        const organizations = await (await guest(id)).organizations();
        const { Handshakes = [] } = await organizations.listHandshakesForAccount({ Filter: { ActionType: "INVITE" } });
        for (const { Id, State } of Handshakes) {
          if (State !== "OPEN") continue;
          await organizations.acceptHandshake({ HandshakeId: Id });
          accepted = true;
        }
      }
      return accepted;
    },
    world: store.world,
    take: (gate) => Object.assign(idle.pop() ?? open(gate), { gate }),
    giveBack: (line) => void idle.push(line),
  };
}

/** Where neither a header nor the body names the operation, its path does: `/putAccountName`. */
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const decoder = new TextDecoder();

function callOf(request: HttpRequest): Call {
  const body = decoder.decode(request.body);
  const target = request.headers["x-amz-target"];
  const operation = target?.split(".").at(-1) ?? /Action=(\w+)/.exec(body)?.[1] ?? upperFirst(request.path.slice(1));
  const input = !body.startsWith("{") ? {} : (JSON.parse(body) as Call["input"]);
  return { operation, input, writes: !/^(List|Describe|Get)/.test(operation), isJson: target !== undefined || body.startsWith("{") };
}
