import { describe, expect, it } from "vitest";
import { RequestLog } from "./request-log.ts";

describe("the request log", () => {
  it("keeps the latest thousand calls, and counts them all", () => {
    const log = new RequestLog();
    for (let i = 0; i < 2_500; i++) log.add({ requestId: String(i), at: 0, operation: i % 2 ? "a:Odd" : "a:Even", status: 200 });
    const { recent, counts, total } = log.read();
    expect([recent.length, recent.at(0)?.requestId, recent.at(-1)?.requestId]).toEqual([1_000, "1500", "2499"]);
    expect([counts, total]).toEqual([{ "a:Odd": 1_250, "a:Even": 1_250 }, 2_500]);
  });
});
