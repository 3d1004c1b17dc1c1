import { describe, expect, it } from "vitest";
import { Past } from "./past.ts";
import { openMemoryStore } from "./store/index.ts";

describe("the past of a world", () => {
  it("shows records as they were, in their old places, and leaves no trace", async () => {
    const store = openMemoryStore("1");
    const { world } = store;
    const past = new Past();
    const table = world.table<number>("t");
    const at = async (time: number, change: () => void): Promise<void> => {
      change();
      const differences = world.differences();
      await store.save(time);
      past.keep(time, differences, 100);
    };
    await at(1, () => (table.put("a", 1), table.put("b", 1)));
    await at(2, () => table.put("a", 2));
    await at(3, () => (table.delete("a"), table.put("c", 3)));
    table.put("unsaved", 4);
    const seen = (time: number) => past.visit(world, time, () => [...table.entries()]);
    expect(seen(1)).toEqual([["a", 1], ["b", 1]]);
    expect(seen(2)).toEqual([["a", 2], ["b", 1]]);
    expect(seen(3)).toEqual([["b", 1], ["c", 3]]);
    expect(seen(0)).toEqual([]);
    expect([...table.entries()]).toEqual([["b", 1], ["c", 3], ["unsaved", 4]]);
    expect(() => past.visit(world, 1, () => (table.put("x", 1), expect.fail("as asked")))).toThrow("as asked");
    expect(table.has("x")).toBe(false);
  });

  it("goes back as far as asked and no further", async () => {
    const store = openMemoryStore("1");
    const { world } = store;
    const past = new Past();
    const table = world.table<number>("t");
    for (const time of [1, 2, 3]) {
      table.put("a", time);
      const differences = world.differences();
      await store.save(time);
      past.keep(time, differences, 1);
    }
    expect(past.visit(world, 0, () => table.get("a"))).toBe(2);
    past.keep(4, [], 0);
    expect(past.visit(world, 0, () => table.get("a"))).toBe(3);
  });
});
