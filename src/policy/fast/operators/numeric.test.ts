import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "Numeric condition operators". */
describe("the numeric operators", () => {
  const key = "s3:max-keys";

  it.each([
    ["NumericEquals", ["no", "yes", "no"]],
    ["NumericNotEquals", ["yes", "no", "yes"]],
    ["NumericLessThan", ["yes", "no", "no"]],
    ["NumericLessThanEquals", ["yes", "yes", "no"]],
    ["NumericGreaterThan", ["no", "no", "yes"]],
    ["NumericGreaterThanEquals", ["no", "yes", "yes"]],
  ])("%s compares with 9, 10 and 11 against 10", (operator, answers) => {
    expect(["9", "10", "11"].map((value) => holds({ [operator]: { [key]: "10" } }, { [key]: value }))).toEqual(answers);
  });

  it("takes integers and decimals, as numbers or texts", () => {
    expect(holds({ NumericEquals: { [key]: 10 } }, { [key]: "10.0" })).toBe("yes");
    expect(holds({ NumericLessThan: { [key]: "-2.5" } }, { [key]: "-3" })).toBe("yes");
  });

  it.each(["ten", "", "1e3", "0x10", "1.", ".5", "1.2.3", "-", "Infinity", " 1"])("does not read %j of a request, negated or not", (value) => {
    expect(holds({ NumericLessThan: { [key]: "1000000" } }, { [key]: value })).toBe("no");
    expect(holds({ NumericNotEquals: { [key]: "5" } }, { [key]: value })).toBe("no");
  });

  it("takes a policy's value that it cannot read for equal to nothing", () => {
    expect(holds({ NumericEquals: { [key]: "ten" } }, { [key]: "10" })).toBe("no");
    expect(holds({ NumericNotEquals: { [key]: "ten" } }, { [key]: "10" })).toBe("yes");
  });

  it("has no policy variables", () => {
    expect(holds({ NumericEquals: { [key]: "${aws:x}" } }, { [key]: "10", "aws:x": "10" })).toBe("no");
  });
});
