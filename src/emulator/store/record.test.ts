import { describe, expect, it } from "vitest";
import { frozenRecord } from "./record.ts";

describe("a record", () => {
  it("is a copy that cannot be changed, at any depth", () => {
    const given = { tags: [{ Key: "a" }] };
    const record = frozenRecord(given);
    given.tags[0] = { Key: "changed" };
    expect(record).toEqual({ tags: [{ Key: "a" }] });
    expect(() => Object.assign(record.tags[0] ?? {}, { Key: "changed" })).toThrow(TypeError);
  });

  it("is what would come back from disk", () => {
    const given = { absent: undefined, nothing: null, list: [1, "two", true], ["__proto__"]: { polluted: true } };
    const record = frozenRecord(given);
    expect(JSON.stringify(record)).toBe(JSON.stringify(given));
    expect(Object.keys(record)).not.toContain("absent");
  });

  it("shares the parts that were records already", () => {
    const before = frozenRecord({ big: { a: 1 }, n: 1 });
    expect(frozenRecord({ ...before, n: 2 }).big).toBe(before.big);
    expect(frozenRecord(before)).toBe(before);
  });

  it("does not share what is frozen only on the outside", () => {
    const given = Object.freeze({ tags: [1] });
    expect(Object.isFrozen(frozenRecord(given).tags)).toBe(true);
    expect(frozenRecord(Object.freeze({ a: undefined }))).toEqual({});
  });

  it("is plain JSON", () => {
    expect(() => frozenRecord({ at: new Date() })).toThrow("Only plain JSON can be stored; record.at is a Date.");
    expect(() => frozenRecord({ n: [Number.NaN] })).toThrow("record.n[0]");
    expect(() => frozenRecord({ f: () => 1 })).toThrow("record.f is a function");
  });
});
