import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { permissionSetUsed } from "./permission-set-used.ts";

it("a permission set that is assigned nowhere is told, unless it waits for an emergency (LF2157)", () => {
  const assignments = [{ group: "g", permissionSet: "Used", ous: ["root"] }];
  expect(told(permissionSetUsed, organization({ identityCenter: { permissionSets: { Used: {}, Left: {}, BreakGlass: {} }, assignments } }))).toEqual([
    'identityCenter.permissionSets.Left: The permission set "Left" is assigned nowhere.',
  ]);
});
