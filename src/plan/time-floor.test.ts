import { describe, expect, it } from "vitest";
import type { AccountItem } from "../inventory/index.ts";
import { change } from "./change.ts";
import { timeFloor } from "./time-floor.ts";

const account = (index: number): AccountItem => ({ kind: "account", address: `account:a${index}`, name: `a${index}`, email: "", parent: "root", tags: {}, state: "active", management: false });
const accounts = (count: number): AccountItem[] => Array.from({ length: count }, (_, index) => account(index));
const closing = (count: number) => accounts(count).map((item) => change.close({ ...item, state: "closed" }, { item, id: "1", owner: "ours" }));

describe("timeFloor", () => {
  it("is what AWS's rates force on the slowest call", () => {
    const creating = accounts(300).map((item) => change.create(item));
    expect(timeFloor(creating)).toEqual({ seconds: 2_970, operation: "CreateAccount", explanation: "300 × CreateAccount, which AWS takes at one every 10 s after the first 3." });
    expect(timeFloor([])).toMatchObject({ seconds: 0 });
  });

  it("is a month for each quota of closures beyond the first", () => {
    expect(timeFloor(closing(250), 300)).toMatchObject({ seconds: 4_980, operation: "CloseAccount" });
    expect(timeFloor(closing(251), 300)).toMatchObject({ seconds: 30 * 86_400, explanation: "251 × CloseAccount, of which AWS takes 250 in 30 days; the rest is for later runs." });
    expect(timeFloor(closing(801), 4_000)).toMatchObject({ seconds: 30 * 86_400 });
    expect(timeFloor(closing(2_001), 9_000)).toMatchObject({ seconds: 2 * 30 * 86_400 });
  });
});
