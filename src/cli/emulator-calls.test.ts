import { describe, expect, it } from "vitest";
import { callLine, callTable } from "./emulator-calls.ts";

const style = { width: 100, color: false, unicode: true };
const call = { requestId: "r", at: Date.UTC(2026, 0, 1, 12, 30, 1, 5), operation: "organizations:ListRoots", principal: "arn:aws:iam::111111111111:user/admin", status: 200, milliseconds: 1.25 };

describe("the emulator's calls on the screen", () => {
  it("are one line each: time, operation, principal, decision, error, duration", () => {
    expect(callLine({ ...call, decision: "allowed" }, style)).toBe(`12:30:01.005  ${"organizations:ListRoots".padEnd(44)}  arn:aws:iam::111111111111:user/admin  allowed  1.3 ms\n`);
    expect(callLine({ ...call, decision: "denied", status: 400, error: "AccessDeniedException" }, style)).toContain("  denied, AccessDeniedException  ");
    expect(callLine({ ...call, principal: undefined, status: 403, error: "InvalidClientTokenId" }, style)).toContain("  nobody  InvalidClientTokenId  ");
    expect(callLine({ ...call, decision: "allowed", status: 0 }, style)).toContain("  allowed, connection cut  ");
  });

  it("are summed up by operation, the most frequent first", () => {
    const table = callTable({ recent: [], total: 1_203, counts: { "sts:AssumeRole": 1, "organizations:ListAccounts": 1_200, "iam:ListUsers": 2 }, failures: { "iam:ListUsers": 2 } }, style);
    expect(table).toBe("\n1,203 calls:\n  organizations:ListAccounts  1,200\n  iam:ListUsers               2      2 failed\n  sts:AssumeRole              1\n");
    expect(callTable({ recent: [], total: 0, counts: {}, failures: {} }, style)).toBe("Nobody called.\n");
  });
});
