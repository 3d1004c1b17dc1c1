import { describe, expect, it } from "vitest";
import { BLUEPRINTS, EXTRAS } from "../../blueprints/index.ts";
import { RULES } from "../rules/index.ts";
import { ARTICLES, ROWS } from "./index.ts";

const LAST = 142;
const claimed = new Set(RULES.flatMap(({ rows = [] }) => rows));

describe("the numbered requirements", () => {
  it("are all there, each once", () => {
    expect(ROWS.map(({ row }) => row)).toEqual(Array.from({ length: LAST }, (_, index) => index + 1));
  });

  it.each(ARTICLES)("of $title stand in ascending order", ({ rows }) => {
    const numbers = rows.map(({ row }) => row);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  });

  it("have a rule that judges them, or say why structure cannot tell", () => {
    expect(ROWS.filter(({ row, why }) => !claimed.has(row) && why === undefined)).toEqual([]);
  });

  it("are said in at most twelve words, and the reason in sentences", () => {
    expect(ROWS.filter(({ about }) => about === "" || about.endsWith(".") || about.split(" ").length > 12)).toEqual([]);
    expect(ROWS.filter(({ why }) => why !== undefined && !/^\S.{10,}\.$/.test(why))).toEqual([]);
  });

  it.each(RULES)("that $name claims exist, ascending and each once", ({ rows = [] }) => {
    const known = new Set(ROWS.map(({ row }) => row));
    expect(rows.filter((row) => !known.has(row))).toEqual([]);
    expect(rows).toEqual([...new Set(rows)].toSorted((one, other) => one - other));
  });

  it("name only blueprints that there are, with what goes with them", () => {
    const named = ROWS.flatMap(({ why = "" }) => [...why.matchAll(/`init ([^`]+)`/g)].map(([, flags = ""]) => /^--blueprint (\S+)(?: --with (\S+))?$/.exec(flags)));
    expect(named.length).toBeGreaterThan(10);
    for (const match of named) {
      const start = BLUEPRINTS.find(({ name }) => name === match?.[1]);
      expect(start).toBeDefined();
      const extra = match?.[2];
      if (extra !== undefined) expect(EXTRAS.find(({ name }) => name === extra)?.fits).toContain(start?.name);
    }
  });
});
