import { describe, expect, it } from "vitest";
import { placesIn } from "./places.ts";

const at = (text: string, part: string) => placesIn("a.json", text)(text.indexOf(part), text.indexOf(part) + part.length);

describe("the excerpt of a place", () => {
  it.each([["\n"], ["\r\n"], ["\r"]])("is the whole lines of the span, however lines end", (end) => {
    const text = ["one", "two [", "three", "] four", "five"].join(end);
    expect(at(text, `[${end}three${end}]`)).toMatchObject({ line: 2, column: 5, endLine: 4, excerpt: ["two [", "three", "] four"] });
    expect(at(text, "ive")).toMatchObject({ line: 5, column: 2, excerpt: ["five"] });
    expect(at(text, "one")).toMatchObject({ line: 1, column: 1, excerpt: ["one"] });
  });

  it("is three lines of more, and the beginning of a long one", () => {
    expect(at("a\nb\nc\nd", "a\nb\nc\nd").excerpt).toEqual(["a", "b", "c"]);
    const [line = ""] = at(`${"x".repeat(5_000)}!`, "!").excerpt ?? [];
    expect(line).toBe("x".repeat(2_000));
  });
});
