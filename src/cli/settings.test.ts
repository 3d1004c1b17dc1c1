import { describe, expect, it } from "vitest";
import { Flags } from "./flags.ts";
import { fileSetting, sessionSettings, settingLine } from "./settings.ts";

const lines = (flags: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}): string[] => sessionSettings(new Flags(flags), env).map(settingLine);

describe("the settings in effect", () => {
  it("name what decided each: the flag before the variable, the variable before the default", () => {
    const env = { AWS_ENDPOINT_URL: "http://127.0.0.1:4567", AWS_PROFILE: "me" };
    expect(lines({})).toEqual(["AWS: AWS itself (default)", "profile: default (default)"]);
    expect(lines({}, env)).toEqual(["AWS: http://127.0.0.1:4567 (AWS_ENDPOINT_URL)", "profile: me (AWS_PROFILE)"]);
    expect(lines({ profile: "you", role: "arn:aws:iam::111111111111:role/landfall-plan" }, { ...env, AWS_ENDPOINT_URL: "" })).toEqual([
      "AWS: AWS itself (default)",
      "profile: you (--profile)",
      "role: arn:aws:iam::111111111111:role/landfall-plan (--role)",
    ]);
  });

  it("know no profile of the embedded AWS", () => {
    expect(lines({ local: true }, { AWS_PROFILE: "me" })).toEqual(["AWS: the embedded one (--local)"]);
  });

  it("say who named the organization file", () => {
    expect(settingLine(fileSetting("a.ts", "flag"))).toBe("organization file: a.ts (--config)");
    expect(settingLine(fileSetting("a.ts", "environment"))).toBe("organization file: a.ts (LANDFALL_CONFIG)");
  });
});
