import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";
import { readDate } from "./date.ts";

/** IAM User Guide, "Date condition operators". */
describe("the date operators", () => {
  const key = "aws:CurrentTime";
  const at = (value: string) => ({ [key]: value });

  it.each([
    ["DateEquals", ["no", "yes", "no"]],
    ["DateNotEquals", ["yes", "no", "yes"]],
    ["DateLessThan", ["yes", "no", "no"]],
    ["DateLessThanEquals", ["yes", "yes", "no"]],
    ["DateGreaterThan", ["no", "no", "yes"]],
    ["DateGreaterThanEquals", ["no", "yes", "yes"]],
  ])("%s matches before, at and after a date and time", (operator, answers) => {
    const times = ["2026-01-31T11:59:59Z", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00.001Z"];
    expect(times.map((time) => holds({ [operator]: { [key]: "2026-01-31T12:00:00Z" } }, at(time)))).toEqual(answers);
  });

  it("takes ISO 8601 or epoch time, on either side", () => {
    expect(holds({ DateEquals: { [key]: "1767225600" } }, at("2026-01-01T00:00:00Z"))).toBe("yes");
    expect(holds({ DateGreaterThan: { "aws:EpochTime": "2025-12-31" } }, { "aws:EpochTime": "1767225600" })).toBe("yes");
  });

  it.each([
    ["2026", "2026-01-01T00:00:00Z"],
    ["2026-02", "2026-02-01T00:00:00Z"],
    ["2026-02-03", "2026-02-03T00:00:00Z"],
    ["2026-02-03T04:05", "2026-02-03T04:05:00Z"],
    ["2026-02-03T04:05+02:00", "2026-02-03T02:05:00Z"],
    ["2026-02-03T04:05:06-0130", "2026-02-03T05:35:06Z"],
    ["2026-02-03T04:05:06.7899Z", "2026-02-03T04:05:06.789Z"],
  ])("reads the W3C form %s", (text, same) => {
    expect(readDate(text)).toBe(Date.parse(same));
  });

  it.each(["soon", "2026-13-01", "2026-02-30", "2026-01-01T24:00Z", "2026-01-01T00:60Z", "2026-01-01 00:00:00", "2026-1-1", "-5", "2026-01-01T00:00+24:00"])("does not read %j", (text) => {
    expect(readDate(text)).toBeNaN();
    expect(holds({ DateNotEquals: { [key]: "2026-01-01" } }, at(text))).toBe("no");
  });
});
