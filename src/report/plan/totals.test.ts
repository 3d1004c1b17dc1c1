import { describe, expect, it } from "vitest";
import type { Action, Change } from "../../plan/index.ts";
import { totals } from "./totals.ts";

const changes = (...actions: readonly Action[]): Change[] =>
  actions.map((action) => ({ address: "root", kind: "root", action, reason: "", phase: "build", waitsFor: [], differences: [] }));

describe("totals", () => {
  it("counts every action once", () => {
    const all: readonly Action[] = ["create", "update", "move", "enable", "attach", "detach", "delete", "close", "disable", "remove"];
    expect(totals({ changes: changes(...all), unchanged: 1_234 })).toBe("2 to create, 1 to attach, 1 to change, 1 to move, 1 to detach, 1 to close, 3 to remove. 1,234 unchanged.");
  });

  it("says that nothing is removed", () => {
    expect(totals({ changes: changes("update"), unchanged: 0 })).toBe("1 to change, 0 to remove. 0 unchanged.");
  });

  it("counts what others changed", () => {
    const drift = { at: "2026-11-20T00:00:00.000Z", things: [{ address: "ou:A", kind: "ou", what: "added", differences: [], outcome: "left" }] } as const;
    expect(totals({ changes: [], unchanged: 7, drift })).toBe("0 to remove. 7 unchanged. 1 drifted.");
  });
});
