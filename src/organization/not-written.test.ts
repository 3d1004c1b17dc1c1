import { expect, it } from "vitest";
import { notWritten } from "./not-written.ts";

const base = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
const budget = { amount: 1, notify: [] };

it("what is judged and not written to AWS is counted in a sentence", () => {
  expect(notWritten(base)).toEqual([]);
  expect(notWritten({ ...base, identityCenter: {}, budgets: {} })).toEqual([]);
  expect(notWritten({ ...base, budgets: { a: budget } })).toEqual(["1 budget is declared and judged; this version of landfall does not write it to AWS, nor read what is there."]);
  const identityCenter = { permissionSets: { A: {}, B: {} }, groups: { g: {} }, assignments: [{ group: "g", permissionSet: "A", accounts: ["x"] }] };
  expect(notWritten({ ...base, identityCenter, roles: { r: { trust: { Statement: [] } } }, budgets: { a: budget, b: budget } })).toEqual([
    "2 permission sets, 1 group, 1 assignment, 1 role and 2 budgets are declared and judged; this version of landfall does not write them to AWS, nor read what is there.",
  ]);
});
