import { describe, expect, it } from "vitest";
import { advise, type Situation } from "./advice.ts";
import { BLUEPRINTS, DEFAULT_ANSWERS, blueprintFiles, EXTRAS } from "./index.ts";

const SMALL: Situation = { company: "small", people: 3, environments: ["dev"], regulated: false, sandboxes: false, delivery: false };
const chosen = (changes: Partial<Situation>): string => {
  const { blueprint, extras } = advise({ ...SMALL, ...changes });
  return [blueprint, ...extras].join(" + ");
};

describe("the blueprint that answers choose", () => {
  it("is as small as they allow", () => {
    expect(chosen({})).toBe("smb-starter");
    expect(chosen({ people: 11 })).toBe("smb");
    expect(chosen({ environments: ["dev", "test"] })).toBe("smb");
    expect(chosen({ company: "services" })).toBe("starter");
    expect(chosen({ company: "units" })).toBe("full + business-units");
    expect(chosen({ company: "team" })).toBe("team");
  });

  it("differs with how the company works, with the rules for its data and with what people may try out", () => {
    expect(chosen({ regulated: true })).toBe("starter + policy-staging");
    expect(chosen({ sandboxes: true })).toBe("smb");
    expect(chosen({ company: "services", delivery: true })).toBe("full");
    expect(chosen({ company: "services", people: 500 })).toBe("full");
    expect(chosen({ company: "services", environments: ["dev", "beta", "qa"] })).toBe("starter + split-sdlc");
    expect(chosen({ company: "team", delivery: true, regulated: true })).toBe("team + split-delivery + policy-organization");
  });

  it("exists, goes with its extras, and is explained, for every combination of answers", () => {
    for (const company of ["small", "team", "services", "units"] as const) {
      for (let bits = 0; bits < 32; bits++) {
        const on = (bit: number): boolean => (bits & (1 << bit)) !== 0;
        const advice = advise({ company, people: on(0) ? 5 : 300, environments: on(1) ? ["dev"] : ["dev", "beta", "qa"], regulated: on(2), sandboxes: on(3), delivery: on(4) });
        const blueprint = BLUEPRINTS.find(({ name }) => name === advice.blueprint);
        const extras = EXTRAS.filter(({ name }) => advice.extras.includes(name));
        if (blueprint === undefined) throw new TypeError(`no blueprint ${advice.blueprint}`);
        expect(extras.map(({ fits }) => fits.includes(blueprint.name))).toEqual(advice.extras.map(() => true));
        expect(advice.because.length).toBe(1 + advice.extras.length);
        expect(blueprintFiles(blueprint, DEFAULT_ANSWERS, { extras }).length).toBeGreaterThan(0);
      }
    }
  });
});
