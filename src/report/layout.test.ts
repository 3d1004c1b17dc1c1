import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLines, displayWidth, hang, shorten, table, wrap } from "./layout.ts";
import type { Style } from "./style.ts";

const STYLE: Style = { width: 40, color: false, unicode: true };

describe("shorten", () => {
  it("keeps both ends of a name, where names differ", () => {
    expect(shorten("payments-production-eu-west-1", 15, STYLE)).toBe("payment…-west-1");
  });

  it("leaves a name that fits", () => {
    expect(shorten("shop", 4, STYLE)).toBe("shop");
  });

  it("counts wide characters as two columns and cuts no emoji apart", () => {
    expect(shorten("業務システム環境", 9, STYLE)).toBe("業務…環境");
    expect(shorten("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 5, STYLE)).toBe("👩‍👩‍👧‍👦…👩‍👩‍👧‍👦");
  });

  it("never takes more columns than it may", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "業", "👩‍👩‍👧‍👦", "é", " ") });
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 20 }), fc.boolean(), (name, width, unicode) => displayWidth(shorten(name, width, { ...STYLE, unicode })) <= width));
  });
});

describe("hang", () => {
  it("indents later lines to where the text began", () => {
    expect(hang("error  ", "a sentence that needs more than one line of forty", STYLE)).toEqual([
      "error  a sentence that needs more than",
      "       one line of forty",
    ]);
  });
});

describe("wrap", () => {
  it("breaks at spaces, and inside a word only when it alone is too long", () => {
    expect(wrap("see arn:aws:iam::111122223333:role/landfall", 20)).toEqual(["see", "arn:aws:iam::1111222", "23333:role/landfall"]);
  });
});

describe("commandLines", () => {
  it("continues a long command so that a shell still reads it", () => {
    expect(commandLines("landfall apply plan.json --role landfall-write", "  ", 30)).toEqual(["  landfall apply plan.json \\", "    --role landfall-write"]);
  });

  it("breaks at no space inside of quotes", () => {
    expect(commandLines(String.raw`landfall can administrator in 'a  b'\''s c' s3:GetObject`, "  ", 34)).toEqual(["  landfall can administrator in \\", String.raw`    'a  b'\''s c' s3:GetObject`]);
  });

  it("leaves a word that is too long whole, to be copied", () => {
    expect(commandLines("landfall apply a-path-that-is-longer-than-the-line", "  ", 20)).toEqual(["  landfall apply \\", "    a-path-that-is-longer-than-the-line"]);
  });
});

describe("table", () => {
  const rows = [
    [{ text: "ok" }, { text: "config" }, { text: "found upward from the working folder" }],
    [{ text: "warn" }, { text: "snapshot" }, { text: "9 days old" }],
  ];

  it("aligns columns and wraps the last", () => {
    expect(table(rows, STYLE, 0)).toEqual(["ok    config    found upward from the", "                working folder", "warn  snapshot  9 days old"]);
  });

  it("stacks rows that do not fit beside each other", () => {
    expect(table(rows, { ...STYLE, width: 24 }, 0)).toEqual([
      "ok", "    config", "    found upward from", "    the working folder", "warn", "    snapshot", "    9 days old",
    ]);
  });
});
