import { describe, expect, it } from "vitest";
import { ouAddress } from "../../ids/index.ts";
import type { Inventory, Item } from "../../inventory/index.ts";
import { isSoonerByParent } from "./list.ts";

/** So many OUs below the root, with so many accounts in each. */
function declared(ous: number, accountsInEach: number): Inventory {
  const items = Array.from({ length: ous }, (_, n): Item[] => {
    const parent = ouAddress([`Unit ${n}`]);
    const base = { kind: "account", name: "", email: "", parent, tags: {}, state: "active", management: false } as const;
    return [{ kind: "ou", address: parent, name: `Unit ${n}`, parent: "root", tags: {} }, ...Array.from({ length: accountsInEach }, (_unused, m) => ({ ...base, address: `account:a${n}-${m}` }))];
  });
  return new Map(items.flat().map((item) => [item.address, item]));
}

describe("isSoonerByParent", () => {
  it.each([
    ["a few OUs with many accounts each, at AWS's rates", 5, 20, true, true],
    ["so many accounts that AWS's rate for lists by OU is met", 10, 30, true, false],
    ["the same without rates", 10, 30, false, true],
    ["many OUs with an account each", 100, 1, true, false],
    ["one page in all", 2, 5, true, false],
    ["nothing", 0, 0, true, false],
  ])("for %s", (_, ous, accounts, isPaced, expected) => {
    expect(isSoonerByParent(declared(ous, accounts), isPaced)).toBe(expected);
  });
});
