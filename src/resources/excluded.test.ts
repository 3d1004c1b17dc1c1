import { describe, expect, it } from "vitest";
import { isExcluded, policyTypesToRead } from "./excluded.ts";

describe("what is left out", () => {
  const kept = { kind: "attachment", address: "attachment:scp/p>root" } as const;
  const left = [
    { kind: "policy-type", address: "policy-type:backup" },
    { kind: "policy", address: "policy:backup/p" },
    { kind: "attachment", address: "attachment:backup/p>root" },
  ] as const;

  it("is a whole kind", () => {
    expect(isExcluded(kept, ["attachment"])).toBe(true);
    expect(isExcluded(kept, ["policy", "tags"])).toBe(false);
  });

  it("is one policy type with its policies and attachments, and nothing else", () => {
    for (const thing of left) expect(isExcluded(thing, ["policy:backup"])).toBe(true);
    expect(isExcluded(kept, ["policy:backup"])).toBe(false);
    expect(policyTypesToRead(["policy:backup"]).map(({ kind }) => kind)).not.toContain("backup");
    expect(policyTypesToRead([])).toHaveLength(14);
  });
});
