import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";

describe("folderOf", () => {
  it("keeps apart the organizations of one project", () => {
    expect(folderOf(join("/p", "landfall.config.ts"))).toBe(join("/p", ".landfall"));
    expect(folderOf(join("/p", "landfall.config.yaml"))).toBe(join("/p", ".landfall"));
    expect(folderOf(join("/p", "dev.config.ts"))).toBe(join("/p", ".landfall", "organizations", "dev.config"));
    expect(folderOf(join("/p", "local.yaml"))).not.toBe(join("/p", ".landfall", "local"));
  });
});
