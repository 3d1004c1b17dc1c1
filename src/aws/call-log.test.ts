import { describe, expect, it } from "vitest";
import { logged, type MadeCall } from "./call-log.ts";

describe("the log of calls", () => {
  it("tells of an answer by its request's id, and of nothing in it", async () => {
    const calls: MadeCall[] = [];
    const answer = { output: { $metadata: { requestId: "r-1" }, Secret: "s" } };
    expect(await logged((call) => calls.push(call), "iam:CreateAccessKey", async () => answer)).toBe(answer);
    expect(calls).toEqual([{ operation: "iam:CreateAccessKey", millis: expect.any(Number) as number, requestId: "r-1" }]);
  });

  it("tells of a refusal by its name, and lets it through", async () => {
    const calls: MadeCall[] = [];
    const refusal = Object.assign(new Error("no"), { name: "AccessDeniedException", $metadata: { requestId: "r-2" } });
    await expect(logged((call) => calls.push(call), "organizations:ListRoots", () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(calls).toEqual([{ operation: "organizations:ListRoots", millis: expect.any(Number) as number, requestId: "r-2", error: "AccessDeniedException" }]);
  });
});
