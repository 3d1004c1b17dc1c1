import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { displayWidth, type Style } from "../../../src/report/index.ts";
import { SCREENS } from "./cases/screens.ts";
import { expectGolden } from "./golden.ts";

const STYLES: readonly (readonly [name: string, style: Style])[] = [
  ...[60, 100, 140].map((width) => [String(width), { width, color: false, unicode: true }] as const),
  ["color", { width: 100, color: true, unicode: true }],
  ["ascii", { width: 60, color: false, unicode: false }],
];

/* eslint-disable no-control-regex -- the screens must hold none */
/** Whatever a terminal could obey, apart from line breaks and the colors of the style itself. */
const OBEYED = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** A word of a command is never broken, so that it can be copied. */
const isCommand = (line: string): boolean => /^(?:│ )? {2,6}(?:--confirm|arn:|landfall )/.test(line);

/** Nor is the address of a page, so that it can be followed. */
const isLink = (line: string): boolean => /^ *https:\S+$/.test(line);

describe.each(SCREENS)("the screen $name", ({ name, draw }) => {
  it.each(STYLES)("is as expected at %s", (styleName, style) => {
    expectGolden(`${name}.${styleName}.txt`, draw(style));
  });

  it.each(STYLES)("fits its width and holds nothing that a terminal obeys at %s", (_, style) => {
    const plain = style.color ? draw(style).replaceAll(/\u001B\[\d+m/g, "") : draw(style);
    expect(plain.split("\n").filter((line) => displayWidth(line) > style.width && !isLink(line))).toEqual([]);
    expect(plain.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
    expect(OBEYED.test(plain)).toBe(false);
  });

  it("fits every width between a narrow pane and a wide screen", () => {
    const widths = Array.from({ length: 30 }, (_, index) => 40 + index * 5);
    const tooWide = widths.flatMap((width) => draw({ width, color: false, unicode: true }).split("\n").filter((line) => displayWidth(line) > width && !isCommand(line) && !isLink(line)));
    expect(tooWide).toEqual([]);
  });

  it("says the same with color as without", () => {
    const [plain, colored] = [false, true].map((color) => draw({ width: 100, color, unicode: true }));
    expect(stripVTControlCharacters(colored ?? "")).toBe(plain);
  });
});
