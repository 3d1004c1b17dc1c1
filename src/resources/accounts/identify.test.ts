import { describe, expect, it } from "vitest";
import type { AccountItem, Inventory } from "../../inventory/index.ts";
import { type FoundAccount, identify } from "./identify.ts";

const declared = (...accounts: (Pick<AccountItem, "address" | "email"> & Partial<AccountItem>)[]): Inventory =>
  new Map(accounts.map((account) => [account.address, { kind: "account", name: "", parent: "root", tags: {}, state: "active", management: false, ...account }]));
const found = (id: string, email: string, tag?: string): FoundAccount => ({ id, email, tags: tag === undefined ? {} : { "landfall:address": tag } });
const MANAGEMENT = found("111111111111", "root@acme.example");

describe("identify", () => {
  it("finds an account by its tag, whatever its e-mail became", () => {
    const addresses = identify([MANAGEMENT, found("2", "new@x.example", "account:a")], MANAGEMENT.id, declared({ address: "account:a", email: "old@x.example" }));
    expect(addresses.get("2")).toBe("account:a");
    expect(addresses.get(MANAGEMENT.id)).toBe("account:management");
  });

  it("finds an account without our tag by its e-mail, in any case", () => {
    const desired = declared({ address: "account:a", email: "A@x.example" });
    expect(identify([found("2", "a@X.example")], MANAGEMENT.id, desired).get("2")).toBe("account:a");
    expect(identify([found("2", "a@x.example", "account:other")], MANAGEMENT.id, desired).get("2")).toBe("account:other");
  });

  it("lets a stated id win over every tag", () => {
    const desired = declared({ address: "account:new", email: "e@x.example", statedId: "2" });
    expect(identify([found("2", "e@x.example", "account:old")], MANAGEMENT.id, desired).get("2")).toBe("account:new");
    expect(identify([found("3", "f@x.example", "account:new"), found("2", "e@x.example")], MANAGEMENT.id, desired).get("3")).toBe("account:3");
  });

  it("LF7007: refuses two accounts with one address", () => {
    expect(() => identify([found("2", "a@x.example", "account:a"), found("3", "b@x.example", "account:a")], MANAGEMENT.id, declared())).toThrow(/LF7007.*2.*3/);
  });
});
