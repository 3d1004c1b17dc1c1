import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "Condition operator to check existence of condition keys". */
describe("Null", () => {
  const key = "aws:TokenIssueTime";

  it("true: the key does not exist; false: it exists", () => {
    expect(holds({ Null: { [key]: "true" } })).toBe("yes");
    expect(holds({ Null: { [key]: true } }, { [key]: "2026-01-01" })).toBe("no");
    expect(holds({ Null: { [key]: "false" } }, { [key]: "2026-01-01" })).toBe("yes");
    expect(holds({ Null: { [key]: "False" } })).toBe("no");
  });

  it("takes an empty text and several values for present, an empty list for absent", () => {
    expect(holds({ Null: { [key]: "false" } }, { [key]: "" })).toBe("yes");
    expect(holds({ Null: { [key]: "false" } }, { [key]: ["a", "b"] })).toBe("yes");
    expect(holds({ Null: { [key]: "true" } }, { [key]: [] })).toBe("yes");
  });

  it("stays Null with a suffix or qualifier", () => {
    expect(holds({ NullIfExists: { [key]: "false" } })).toBe("no");
    expect(holds({ "ForAllValues:Null": { [key]: "false" } })).toBe("no");
  });

  it("matches by any of its values, and by none that is neither true nor false", () => {
    expect(holds({ Null: { [key]: ["true", "false"] } })).toBe("yes");
    expect(holds({ Null: { [key]: "never" } })).toBe("no");
  });
});
