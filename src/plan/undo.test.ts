import { expect, it } from "vitest";
import type { Item } from "../inventory/index.ts";
import { change } from "./change.ts";
import type { Plan } from "./plan.ts";
import { restrictTo } from "./undo.ts";

it("a step of a way back still waits for the steps before the ones that are left out", () => {
  const step = (name: string, ...waitsFor: string[]) => {
    const item: Item = { kind: "ou", address: `ou:${name}`, name, parent: "root", tags: {} };
    return { ...change.create(item), waitsFor };
  };
  const plan = { changes: [step("A"), step("B", "ou:A"), step("C", "ou:B"), step("D", "ou:C", "ou:A")] } as unknown as Plan;
  expect(restrictTo(plan, new Set(["ou:A", "ou:D"])).changes.map(({ address, waitsFor }) => [address, waitsFor])).toEqual([["ou:A", []], ["ou:D", ["ou:A"]]]);
});
