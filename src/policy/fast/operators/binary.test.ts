import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";
import { canonicalBase64 } from "./binary.ts";

/** IAM User Guide, "Binary condition operators". */
describe("BinaryEquals", () => {
  it("compares the value byte for byte against a Base64 text", () => {
    expect(holds({ BinaryEquals: { key: "QmluYXJ5" } }, { key: "QmluYXJ5" })).toBe("yes");
    expect(holds({ BinaryEquals: { key: ["QUE=", "QmluYXJ5"] } }, { key: "QUE" })).toBe("yes");
    expect(holds({ BinaryEquals: { key: "QmluYXJ5" } }, { key: "qmluYXJ5" })).toBe("no");
    expect(holds({ BinaryEquals: { key: "QmluYXJ5" } })).toBe("no");
  });

  it("has one text for one sequence of bytes", () => {
    expect(canonicalBase64("QQ==")).toBe("QQ");
    expect(canonicalBase64("QR")).toBe("QQ");
    expect(canonicalBase64("QUJ")).toBe("QUI");
    expect(canonicalBase64("")).toBe("");
  });

  it.each(["Q", "QQ=", "Q Q=", "QQ-_", "QUJD="])("does not read %j", (text) => {
    expect(canonicalBase64(text)).toBeUndefined();
    expect(holds({ BinaryEquals: { key: text } }, { key: text })).toBe("no");
  });
});
