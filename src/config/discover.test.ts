import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LandfallError } from "../diagnostics/index.ts";
import { discover } from "./discover.ts";
import { projectWith } from "../../test/kit/organization-file.ts";

const codeOf = (find: () => unknown): unknown => {
  try {
    return find();
  } catch (error) {
    return error instanceof LandfallError ? error.diagnostics[0]?.code : error;
  }
};

describe("the organization file is found", () => {
  it("by the flag first, then by the variable, then by looking", () => {
    const cwd = projectWith({ "landfall.config.json": "{}" });
    const env = { LANDFALL_CONFIG: "other.yaml" };
    expect(discover({ cwd, flag: "mine.ts", env })).toEqual({ file: join(cwd, "mine.ts"), origin: "flag" });
    expect(discover({ cwd, env })).toEqual({ file: join(cwd, "other.yaml"), origin: "environment" });
    expect(discover({ cwd, env: { LANDFALL_CONFIG: "" } })).toEqual({ file: join(cwd, "landfall.config.json"), origin: "search" });
  });

  it("in the nearest folder upward", () => {
    const root = projectWith({ "landfall.config.ts": "", "a/landfall.config.yml": "", "a/b/c/x": "" });
    expect(discover({ cwd: join(root, "a/b/c") }).file).toBe(join(root, "a/landfall.config.yml"));
  });

  it("not above the root of the repository", () => {
    const root = projectWith({ "landfall.config.ts": "", "repo/.git/HEAD": "", "repo/src/x": "" });
    expect(codeOf(() => discover({ cwd: join(root, "repo/src") }))).toBe("LF1001");
  });

  it("in the root of the repository itself", () => {
    const root = projectWith({ ".git/HEAD": "", "landfall.config.ts": "", "src/x": "" });
    expect(discover({ cwd: join(root, "src") }).file).toBe(join(root, "landfall.config.ts"));
  });

  it("unless two stand in one folder", () => {
    expect(codeOf(() => discover({ cwd: projectWith({ "landfall.config.ts": "", "landfall.config.yaml": "" }) }))).toBe("LF1002");
  });
});
