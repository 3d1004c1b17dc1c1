import { describe, expect, it } from "vitest";
import { cancel, schedule, takeDue } from "./pending.ts";
import { memoryWorld } from "./testing/memory-world.ts";

const work = (subject: string, due: number) => ({ kind: "create-account", organizationId: "o-a", subject, due }) as const;

describe("pending work", () => {
  it("is taken out in the order of time, once it is due", () => {
    const world = memoryWorld();
    for (const [subject, due] of [["late", 30], ["early", 10], ["middle", 20]] as const) schedule(world, work(subject, due));
    expect(takeDue(world, 9)).toBeUndefined();
    expect([takeDue(world, 25)?.subject, takeDue(world, 25)?.subject, takeDue(world, 25)?.subject]).toEqual(["early", "middle", undefined]);
    schedule(world, work("new", 26));
    expect([takeDue(world, 25)?.subject, takeDue(world, 30)?.subject, takeDue(world, 30)?.subject]).toEqual([undefined, "new", "late"]);
    expect(takeDue(world, 99)).toBeUndefined();
  });

  it("that was canceled never comes, and hides no other", () => {
    const world = memoryWorld();
    schedule(world, work("gone", 10));
    schedule(world, work("stays", 20));
    cancel(world, work("gone", 10));
    expect(takeDue(world, 15)).toBeUndefined();
    expect(takeDue(world, 20)?.subject).toBe("stays");
  });

  it("of a world that keeps no mark of the next is found", () => {
    const world = memoryWorld();
    schedule(world, work("old", 10));
    world.table("organizations/next-due").delete("next");
    schedule(world, work("new", 20));
    expect(takeDue(world, 15)?.subject).toBe("old");
  });
});
