import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "./random.ts";
import { MemoryWorld } from "./world.ts";

const newWorld = (): MemoryWorld => new MemoryWorld(Random.fromSeed("1"));
const contentOf = (world: MemoryWorld): unknown => [...world.table("t").entries()];

describe("a world", () => {
  it("keeps records in the order they were put first", () => {
    const table = newWorld().table<number>("t");
    for (const key of ["b", "a", "c"]) table.put(key, 1);
    table.put("b", 2);
    expect([...table.entries()]).toEqual([["b", 2], ["a", 1], ["c", 1]]);
    expect([table.size, table.has("a"), table.has("x"), table.get("x")]).toEqual([3, true, false, undefined]);
  });

  it("gives a table another version with every change, and with every change that is undone", () => {
    const world = newWorld();
    const table = world.table<number>("t");
    const versions = [table.version];
    const savepoint = world.savepoint();
    for (const change of [() => table.put("a", 1), () => table.put("a", 1), () => table.delete("a"), () => world.rollback(savepoint)]) versions.push((change(), table.version));
    table.delete("nothing");
    expect(versions).toEqual([...new Set(versions)]);
    expect(table.version).toBe(versions.at(-1));
  });

  it("gives back records, their order and the random state when a call fails", () => {
    const step = fc.oneof(
      fc.record({ put: fc.constantFrom("a", "b", "c", "d"), value: fc.nat() }),
      fc.record({ delete: fc.constantFrom("a", "b", "c", "d") }),
    );
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (first, second) => {
        const world = newWorld();
        const apply = (steps: typeof first): void => {
          for (const one of steps) {
            if ("put" in one) world.table("t").put(one.put, one.value);
            else world.table("t").delete(one.delete);
          }
        };
        apply(first);
        world.commit();
        const before = contentOf(world);
        const savepoint = world.savepoint();
        apply(second);
        world.randomId(3);
        world.rollback(savepoint);
        expect(contentOf(world)).toEqual(before);
        expect(world.differences()).toEqual([]);
        expect(world.savepoint()).toEqual(savepoint);
      }),
    );
  });

  it("knows the keys of a table as they are, also after writes and their undoing", () => {
    const world = newWorld();
    const table = world.table<number>("t");
    for (const key of ["b", "a", "c"]) table.put(key, 1);
    const before = table.keys();
    expect(before).toEqual(["b", "a", "c"]);
    const savepoint = world.savepoint();
    table.delete("b");
    table.put("d", 1);
    expect(table.keys()).toEqual(["a", "c", "d"]);
    expect(before).toEqual(["b", "a", "c"]);
    world.rollback(savepoint);
    expect(table.keys()).toEqual(["b", "a", "c"]);
    table.put("a", 2);
    expect(table.keys()).toEqual(["b", "a", "c"]);
  });

  it("undoes only what came after the point it goes back to", () => {
    const world = newWorld();
    world.table("t").put("kept", 1);
    const savepoint = world.savepoint();
    world.table("t").put("gone", 1);
    world.rollback(savepoint);
    expect(contentOf(world)).toEqual([["kept", 1]]);
    expect(world.differences().map(({ key }) => key)).toEqual(["kept"]);
  });

  it("names each record that differs once, with what it was and is", () => {
    const world = newWorld();
    world.table("t").put("a", 1);
    world.commit();
    world.table("t").put("a", 2);
    world.table("t").put("a", 3);
    expect(world.differences()).toEqual([
      { table: "t", key: "a", before: { order: 0, value: 1 }, after: { order: 0, value: 3 } },
    ]);
  });
});
