import { assert, bigInt, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { accountOfAccessKeyId, newAccessKeyId } from "./access-key-id.ts";
import { openMemoryStore } from "./store/index.ts";

const { world } = openMemoryStore("ids");

describe("the id of an access key", () => {
  it("has AWS's form and tells its account", () => {
    assert(
      property(bigInt({ min: 0n, max: 10n ** 12n - 1n }), constantFrom("AKIA" as const, "ASIA" as const), (number, prefix) => {
        const accountId = number.toString().padStart(12, "0");
        const id = newAccessKeyId(world, prefix, accountId);
        expect(id).toMatch(/^A[KS]IA[A-Z2-7]{16}$/);
        expect(accountOfAccessKeyId(id)).toBe(accountId);
      }),
    );
  });

  it("is another each time", () => {
    const ids = Array.from({ length: 1_000 }, () => newAccessKeyId(world, "AKIA", "111111111111"));
    expect(new Set(ids).size).toBe(1_000);
  });

  it.each(["AKIA", "AIDAAAAAAAAAAAAAAAAA", "AKIA1111111111111111", "AKIA7777777777777777"])("is not %s", (text) => {
    expect(accountOfAccessKeyId(text)).toBeUndefined();
  });
});
