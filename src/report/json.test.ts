import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enveloped, stableJson } from "./json.ts";

describe("stableJson", () => {
  it("is the same text for the same value, in whatever order its keys came", () => {
    expect(stableJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: 3 } }, 0)).toBe('{"a":{"c":3,"d":[2,{"y":2,"z":1}]},"b":1}');
  });

  it("turns maps into objects and leaves out what is undefined", () => {
    expect(stableJson({ map: new Map([["k", 1]]), none: undefined }, 0)).toBe('{"map":{"k":1}}');
  });

  it("escapes what a terminal would obey, and keeps the value", () => {
    const text = stableJson("\u202Eexe\u009B2J\u007F", 0);
    expect(text).toBe(String.raw`"\u202eexe\u009b2J\u007f"`);
    expect(JSON.parse(text)).toBe("\u202Eexe\u009B2J\u007F");
  });

  it("reads back as the value it was made of", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("enveloped", () => {
  it("says its format and the tool, and ends with a line break", () => {
    expect(enveloped({ format: "landfall.x/1", tool: "1.2.3" }, { a: 1 })).toBe('{\n  "a": 1,\n  "format": "landfall.x/1",\n  "tool": "1.2.3"\n}\n');
  });
});
