import { describe, expect, it } from "vitest";
import { blueprint, BLUEPRINTS } from "../../blueprints/index.ts";
import { maturityOf } from "./index.ts";
import { blueprintOrganization } from "../../../test/kit/blueprint-organization.ts";

/** What is on in a blueprint as it is written. */
function capabilities(name: string): string[] {
  const chosen = blueprint(name);
  if (chosen === undefined) throw new Error(`no blueprint ${name}`);
  return maturityOf(blueprintOrganization(chosen)).steps.flatMap((step) => step.capabilities.filter(({ isOn }) => isOn).map(({ title }) => title));
}

describe("maturity of the blueprints", () => {
  it.each(BLUEPRINTS.map((of) => ({ name: of.name, of })))("$name has something on, and a next step while something is off", ({ of }) => {
    const { on, of: all, next } = maturityOf(blueprintOrganization(of));
    expect(on).toBeGreaterThan(0);
    expect(next === undefined).toBe(on === all);
  });

  it.each([["smb-starter", "smb"], ["smb", "starter"], ["starter", "full"], ["five-account", "full"]])("no capability of %s is lost on the way to %s", (small, large) => {
    const grown = new Set(capabilities(large));
    expect(capabilities(small).filter((title) => !grown.has(title))).toEqual([]);
  });
});
