import { describe, expect, it } from "vitest";
import { count, duration, elapsed, listing, shellWord } from "./words.ts";

describe("words", () => {
  it("counts things in one or many", () => {
    expect([count(1, "call"), count(0, "call"), count(5_000, "policy", "policies")]).toEqual(["1 call", "0 calls", "5,000 policies"]);
  });

  it("says durations as people do", () => {
    expect([0, 440, 9_949, 9_950, 59_499, 59_500, 130_000, 11_100_000].map(duration)).toEqual(["0.0s", "0.4s", "9.9s", "10s", "59s", "1m 00s", "2m 10s", "3h 05m"]);
  });

  it("counts running seconds downward only when they are full", () => {
    expect([999, 59_999, 60_000, 119_999].map(elapsed)).toEqual(["0s", "59s", "1m 00s", "1m 59s"]);
  });

  it("names the first of many, and never counts a single one instead of naming it", () => {
    expect(listing(["a", "b", "c"], 2)).toBe("a, b, c");
    expect(listing(["a", "b", "c", "d"], 2)).toBe("a, b, 2 more");
  });

  it("quotes what a shell would take apart", () => {
    expect([shellWord("account:shop"), shellWord("attachment:scp/x>root"), shellWord("ou:Bob's OU")]).toEqual([
      "account:shop",
      "'attachment:scp/x>root'",
      String.raw`'ou:Bob'\''s OU'`,
    ]);
  });
});
