import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, leftOut } from "./clean.ts";

const ESC = "\u001B";

describe("cleanText", () => {
  it.each([
    ["a color", `${ESC}[31mred${ESC}[0m`, "red"],
    ["a title", `${ESC}]0;owned\u0007name`, "name"],
    ["a link", `${ESC}]8;;https://evil.example${ESC}\\name${ESC}]8;;${ESC}\\`, "name"],
    ["a sequence of one byte", "\u009B2Jname", "name"],
    ["a sequence that never ends", `${ESC}]0;name`, "0;name"],
    ["a reset", `${ESC}cname`, "name"],
    ["an escape at the end", `name${ESC}`, "name"],
    ["a bell and a backspace", "na\u0007me\b", "name"],
    ["text that runs backward", "\u202Etxt.\u2066exe", "txt.exe"],
    ["what cannot be seen", "na\u200Bme\uFEFF\u{E0041}", "name"],
    ["half a character", "name\uD83D", "name\uFFFD"],
  ])("takes away %s", (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("shows line breaks as one mark, and tabs as spaces", () => {
    expect(cleanText("a\r\nb\nc\u2028d\te")).toBe("a␤b␤c␤d e");
    expect(cleanText("a\nb", " ")).toBe("a b");
  });

  it("leaves names of every script and joined emoji as they are", () => {
    for (const text of ["業務システム/本番", "Ünïcode", "👩‍👩‍👧‍👦", "deny-leave"]) expect(cleanText(text)).toBe(text);
  });

  it("leaves nothing that a terminal obeys, whatever it is given", () => {
    // eslint-disable-next-line no-control-regex -- it must find none
    const obeyed = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
    const nasty = fc.string({ unit: fc.constantFrom(ESC, "[", "]", "0", ";", "m", "\u0007", "\\", "\u009B", "\u009D", "\u009C", "\n", "\u202E", "P", "a") });
    fc.assert(fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (text) => !obeyed.test(cleanText(text)) && cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe("leftOut", () => {
  it("counts the characters that are taken away, not those that are drawn otherwise", () => {
    expect(leftOut("pay")).toBe(0);
    expect(leftOut("a\r\nb\tc\uD83D😀")).toBe(0);
    expect(leftOut("pa\u200By\u202E")).toBe(2);
    expect(leftOut(`a${ESC}]0;owned\u0007b`)).toBe("]0;owned".length + 2);
  });
});
