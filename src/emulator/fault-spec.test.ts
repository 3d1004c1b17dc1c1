import { describe, expect, it } from "vitest";
import { LandfallError } from "../diagnostics/index.ts";
import { FAULTS } from "./fault-kinds.ts";
import { parseFault } from "./fault-spec.ts";

function refusal(text: string): string {
  try {
    parseFault(text);
  } catch (error) {
    if (!(error instanceof LandfallError)) throw error;
    return `${error.diagnostics[0]?.code} ${error.diagnostics[0]?.summary}`;
  }
  throw new TypeError(`${text} is a fault`);
}

describe("a fault in a person's words", () => {
  it("has a name, and may have a parameter, calls that it is for, and a rate or a count", () => {
    expect(parseFault("throttle")).toEqual({ name: "throttle" });
    expect(parseFault("throttle@0.2")).toEqual({ name: "throttle", rate: 0.2 });
    expect(parseFault("server-error:503/organizations:List*,ssm:GetParameter@10%")).toEqual({
      name: "server-error", parameter: "503", operations: ["organizations:List*", "ssm:GetParameter"], rate: 0.1,
    });
    expect(parseFault("failing-creation:INTERNAL_FAILURE@x1")).toEqual({ name: "failing-creation", parameter: "INTERNAL_FAILURE", count: 1 });
    expect(parseFault("refusal:ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED/organizations:CloseAccount").parameter).toBe("ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED");
  });

  it("is refused when it is none, LF8008", () => {
    expect(refusal("trottle")).toBe("LF8008 The emulator cannot bring about trottle: there is no fault trottle.");
    expect(refusal("")).toContain("LF8008 The emulator cannot bring about a fault without a name");
    expect(refusal("throttle:fast")).toContain("throttle takes no parameter");
    expect(refusal("failing-creation")).toContain("takes a reason of CreateAccountStatus");
    expect(refusal("failing-creation:BAD_LUCK")).toContain("takes a reason of CreateAccountStatus");
    expect(refusal("lost-response:404")).toContain("takes 500, 503 or cut");
    expect(refusal("slow-creation:soon")).toContain("takes a number of seconds");
    expect(refusal("refusal")).toContain("takes the name of an error");
    expect(refusal("throttle@2")).toContain("its rate is 2");
    expect(refusal("throttle@often")).toContain("there is no such fault");
  });

  it("has a name of its own and says what it does", () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    for (const { title } of FAULTS) expect(title).toMatch(/^[A-Z].+\.$/);
  });
});
