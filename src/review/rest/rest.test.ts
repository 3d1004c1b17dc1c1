import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../../test/kit/blueprint-organization.ts";
import { organization } from "../../../test/kit/review.ts";
import { BLUEPRINTS } from "../../blueprints/index.ts";
import type { ValuePath } from "../../diagnostics/index.ts";
import { type Organization, readShape } from "../../organization/index.ts";
import { review, reviewRest, RULES } from "../index.ts";

const reviewed = (value: unknown) => reviewRest(value, readShape(value).unknown);
const SMALL = organization({ ous: { Sandbox: { accounts: { tom: { stage: "prod", owner: "tom" } } }, Workloads: { ous: { Prod: { accounts: { shop: { stage: "dev" } } } } } } });

/** A copy with the value at a path changed, or without it. */
function changed(value: unknown, [key, ...path]: ValuePath, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.flatMap((member: unknown, index) => (index === key ? (path.length === 0 && to === undefined ? [] : [changed(member, path, to)]) : [member]));
  const entries = new Map<string, unknown>(Object.entries(value as object));
  const member = changed(entries.get(String(key)), path, to);
  return Object.fromEntries(member === undefined ? [...entries].filter(([name]) => name !== key) : entries.set(String(key), member));
}

/** Every text with its path, but not those inside policy documents. */
function texts(value: unknown, path: ValuePath = []): [ValuePath, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const steps: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return steps.filter((step) => step !== "document").flatMap((step) => texts((value as Record<string | number, unknown>)[step], [...path, step]));
}

describe("the rules over a file with mistakes of shape", () => {
  it("tell what holds whatever stands in place of the mistakes", () => {
    const all = review(SMALL).map(({ code, path }) => `${code} ${JSON.stringify(path)}`);
    const { findings, waiting } = reviewed({ ...SMALL, contacts: 5 });
    expect(all.length).toBeGreaterThan(3);
    expect(findings.map(({ code, path }) => `${code} ${JSON.stringify(path)}`)).toEqual(all);
    expect(waiting).toBeLessThan(3);
  });

  it("keep quiet where they look at what is not known: a misspelled key, one that is missing, a wrong value", () => {
    const stage = (account: object): string[] => reviewed({ ...SMALL, ous: { Workloads: { ous: { Prod: { accounts: { shop: account } } } } } }).findings.map(({ summary }) => summary);
    const aboutStage = expect.arrayContaining([expect.stringContaining('"shop"')]) as unknown;
    expect(stage({ stage: "dev", emial: 1 })).toEqual(aboutStage);
    expect(stage({ stgae: "dev" }).join()).not.toContain("stage");
    expect(stage({ stage: ["dev"] }).join()).not.toContain("stage");
    const { name: _, ...nameless } = SMALL;
    expect(reviewed(nameless).findings.length).toBeGreaterThan(0);
  });

  it("say nothing at all where a whole part is in the wrong place, or the file is no object", () => {
    for (const value of [{ ...SMALL, accounts: {} }, { ...SMALL, ous: [] }, { ...SMALL, growth: "big" }, "acme", null]) {
      expect(reviewed(value)).toEqual({ findings: [], waiting: RULES.length });
    }
  });

  it("call no waiver idle, and let it cover what it covers", () => {
    const [first] = review(SMALL).filter(({ severity }) => severity === "warning");
    const waiver = { code: first?.code ?? "", reason: "because", owner: "tom", until: "2099-01-01" };
    const { findings } = reviewed({ ...SMALL, contacts: 5, waivers: [waiver, { ...waiver, code: "LF2999" }] });
    expect(findings.find(({ code }) => code === first?.code)).toMatchObject({ severity: "info", detail: expect.stringContaining("Waived by tom") as unknown });
    expect(findings.map(({ code }) => code)).not.toContain("LF2116");
  });

  it.each(BLUEPRINTS.map((one) => [one.name, one] as const))("tell nothing of %s that another value in the place of an unknown one would make untrue", (_name, one) => {
    const value: Organization = { ...blueprintOrganization(one), growth: "full" };
    const places = texts(value).filter(([path]) => path[0] !== "policies");
    const keyOf = (path: ValuePath): string | number | undefined => path.findLast((step) => typeof step === "string");
    for (const [index, [path, text]] of places.entries()) {
      if (index % 37 !== 5) continue;
      const told = reviewRest(value, [path]).findings.map((finding) => JSON.stringify(finding));
      const other = places.find(([another, different]) => keyOf(another) === keyOf(path) && different !== text)?.[1];
      for (const to of [other, path.length > 1 ? undefined : text]) {
        const meant = changed(value, path, to) as Organization;
        if (readShape(meant).organization === undefined) continue;
        const truth = new Set(review(meant).map((finding) => JSON.stringify(finding)));
        expect([path, told.filter((finding) => !truth.has(finding))]).toEqual([path, []]);
      }
    }
  });
});
