import { describe, expect, it } from "vitest";
import type { Event } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { withRetries } from "./retry.ts";

/** A clock that jumps over every wait. */
function jumping(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (millis) => {
      now += millis;
    },
  };
}

const failure = (name: string, status = 400): Error => Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } });

async function attempts(operation: string, errors: readonly Error[]): Promise<{ made: number; events: Event[]; outcome: string }> {
  const events: Event[] = [];
  let made = 0;
  const call = async (): Promise<string> => {
    const error = errors[made];
    made += 1;
    if (error !== undefined) throw error;
    return "answer";
  };
  const outcome = await withRetries(operation, call, jumping(), (event) => events.push(event)).catch((error: unknown) => String(error));
  return { made, events, outcome };
}

describe("withRetries", () => {
  it.each(["TooManyRequestsException", "ThrottlingException", "ThrottledException", "Throttling", "ConcurrentModificationException", "PolicyChangesInProgressException", "FinalizingOrganizationException", "ServiceException", "InternalServerError"])(
    "repeats after %s, as AWS says",
    async (name) => {
      expect(await attempts("AttachPolicy", [failure(name), failure(name)])).toMatchObject({ made: 3, outcome: "answer" });
    },
  );

  it.each(["ConstraintViolationException", "AccessDeniedException", "InvalidInputException", "DuplicatePolicyAttachmentException", "PolicyNotFoundException", "UnsupportedAPIEndpointException", "HandshakeConstraintViolationException"])(
    "never repeats after %s: the same call would be refused again",
    async (name) => {
      expect(await attempts("AttachPolicy", [failure(name)])).toMatchObject({ made: 1, events: [] });
    },
  );

  it("waits up to an hour for a young organization, and ten minutes for a throttled call", async () => {
    const endless = (name: string): Error[] => Array.from({ length: 10_000 }, () => failure(name));
    const [young, throttled] = [await attempts("CreateAccount", endless("FinalizingOrganizationException")), await attempts("CreateAccount", endless("TooManyRequestsException"))];
    expect(young.made).toBeGreaterThan(3 * throttled.made);
    expect(young.outcome).toContain("FinalizingOrganizationException");
  });

  it("does not give up because the machine slept between two attempts", async () => {
    let [now, made] = [0, 0];
    const clock: Clock = { now: () => (now += 3_600_000), sleep: async () => {} };
    const call = async (): Promise<string> => {
      made += 1;
      if (made < 3) throw failure("TooManyRequestsException");
      return "answer";
    };
    expect(await withRetries("AttachPolicy", call, clock, () => {})).toBe("answer");
  });

  it("stops repeating when it is told to", async () => {
    const stop = new AbortController();
    let made = 0;
    const call = async (): Promise<never> => {
      made += 1;
      stop.abort();
      throw failure("TooManyRequestsException");
    };
    const clock: Clock = { now: () => 0, sleep: async (_millis, signal) => signal?.throwIfAborted() };
    await expect(withRetries("AttachPolicy", call, clock, () => {}, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(made).toBe(1);
  });

  it("repeats a throttled call and says so", async () => {
    const { outcome, events } = await attempts("ListAccounts", [failure("TooManyRequestsException"), failure("TooManyRequestsException")]);
    expect(outcome).toBe("answer");
    expect(events.map(({ name }) => name)).toEqual(["call.retried", "call.retried"]);
  });

  it("does not repeat a refusal", async () => {
    expect(await attempts("AttachPolicy", [failure("AccessDeniedException")])).toMatchObject({ made: 1 });
  });

  it("does not repeat the creation of an account whose answer was lost", async () => {
    expect(await attempts("CreateAccount", [failure("ServiceException", 500)])).toMatchObject({ made: 1 });
    expect(await attempts("CreateAccount", [Object.assign(new Error("reset"), { code: "ECONNRESET" })])).toMatchObject({ made: 1 });
    expect(await attempts("CreateAccount", [failure("TooManyRequestsException")])).toMatchObject({ outcome: "answer" });
  });

  it("gives up in the end", async () => {
    const { outcome, made } = await attempts("ListAccounts", Array.from({ length: 10_000 }, () => failure("TooManyRequestsException")));
    expect(outcome).toContain("TooManyRequestsException");
    expect(made).toBeGreaterThan(10);
    expect(made).toBeLessThan(200);
  });
});
