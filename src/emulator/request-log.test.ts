import { describe, expect, it } from "vitest";
import { RequestLog } from "./request-log.ts";

describe("the request log", () => {
  it("keeps the latest thousand calls, and counts them all", () => {
    const log = new RequestLog();
    for (let i = 0; i < 2_500; i++) log.add({ requestId: String(i), at: 0, operation: i % 2 ? "a:Odd" : "a:Even", status: 200, milliseconds: 1, ...(i % 4 ? {} : { error: "Throttling" }) });
    const { recent, counts, failures, total } = log.read();
    expect([recent.length, recent.at(0)?.requestId, recent.at(-1)?.requestId]).toEqual([1_000, "1500", "2499"]);
    expect([counts, failures, total]).toEqual([{ "a:Odd": 1_250, "a:Even": 1_250 }, { "a:Even": 625 }, 2_500]);
  });
});
