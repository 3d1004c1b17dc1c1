import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { minifyPolicy, type PolicyDocument } from "../policy/index.ts";
import { statementsNamed } from "./content.ts";
import { namesInPack, type Pack, type PackPart, statementsInPack } from "./pack.ts";
import { type PackBefore, packed } from "./packing.ts";

const NAMES = ["keep-logs", "keep", "deny-leave", "regions", "no-root", "no-users", "imds", "tags", "vpc-only", "no-public", "keys", "backups"];
const PLACES = ["root", "ou:Security", "ou:Workloads/Prod", "ou:Workloads/SDLC"];

/** A guardrail whose text has about so many characters; another number makes it another text. */
const part = (name: string, kind: PackPart["kind"], size: number, targets: readonly string[], number = 0): PackPart => ({
  name,
  kind,
  statements: statementsNamed(name, [{ Sid: "Only", Effect: "Deny", ...(kind === "rcp" ? { Principal: "*" } : {}), Action: `s3:x${number}${"x".repeat(size)}`, Resource: "*" }]),
  targets,
});

const use = fc.record({ size: fc.integer({ min: 1, max: 4_500 }), kind: fc.constantFrom("scp" as const, "scp" as const, "rcp" as const), targets: fc.subarray(PLACES, { minLength: 1 }), number: fc.nat(9) });
const parts = fc.array(fc.option(use, { nil: undefined, freq: 4 }), { minLength: NAMES.length, maxLength: NAMES.length }).map((uses) =>
  uses.flatMap((one, index) => (one === undefined ? [] : [part(NAMES[index] ?? "", one.kind, one.size, one.targets, one.number)])),
);

const textOf = ({ document }: Pick<Pack, "document">): string => minifyPolicy(document as PolicyDocument);
const asBefore = (packs: readonly Pack[]): PackBefore[] => packs.map((pack) => ({ ...pack, kind: pack.kind === "rcp" ? "rcp" : "scp" }));
const sizesFit = (packs: readonly Pack[]): boolean => packs.every((pack) => textOf(pack).length <= authorizationPolicyTypeFacts(pack.kind === "rcp" ? "rcp" : "scp").maxSize);
const keyOf = ({ kind, name }: Pick<Pack, "kind" | "name">): string => `${kind} ${name}`;
const rewritten = (before: readonly Pack[], after: readonly Pack[]): Pack[] =>
  before.filter((pack) => after.some((other) => keyOf(other) === keyOf(pack) && textOf(other) !== textOf(pack)));
/** Each guardrail with each place it holds at. */
const held = (packs: readonly Pack[]): string[] => packs.flatMap((pack) => [...statementsInPack(pack).keys()].flatMap((name) => pack.targets.map((target) => `${pack.kind} ${name} ${target}`))).toSorted();
const wanted = (all: readonly PackPart[]): string[] => all.flatMap(({ kind, name, targets }) => targets.map((target) => `${kind} ${name} ${target}`)).toSorted();

describe("packing guardrails", () => {
  it("joins what is attached to the same places, under a name that says where", () => {
    const packs = packed([part("keep", "scp", 10, ["root"]), part("keep-logs", "scp", 10, ["root"]), part("imds", "scp", 10, ["ou:Workloads/Prod"]), part("keys", "rcp", 10, ["root"])]);
    expect(packs.map(({ kind, name, description }) => [kind, name, description])).toEqual([
      ["scp", "guardrails-root", "Guardrails: keep, keep-logs"],
      ["scp", "guardrails-Workloads.Prod", "Guardrail: imds"],
      ["rcp", "guardrails-rcp-root", "Guardrail: keys"],
    ]);
    expect(packs.map((pack) => [...statementsInPack(pack).keys()])).toEqual([["keep", "keep-logs"], ["imds"], ["keys"]]);
  });

  it("adds nothing to a pack on its way to another place, where it would come to the old one for a moment", () => {
    const before = asBefore(packed([part("keep", "scp", 10, ["ou:Security"]), part("tags", "scp", 10, ["ou:Security"])]));
    const moved = [part("keep", "scp", 10, ["root"]), part("tags", "scp", 10, ["root"]), part("imds", "scp", 10, ["root"])];
    const shown = (packs: readonly Pack[]) => packs.map((pack) => [pack.name, [...statementsInPack(pack).keys()]]);
    expect(shown(packed(moved, { before }))).toEqual([["guardrails-Security", ["keep", "tags"]], ["guardrails-root", ["imds"]]]);
    expect(shown(packed(moved, { before, room: () => 1 }))).toEqual([["guardrails-Security", ["keep", "tags", "imds"]]]);
  });

  it("holds every guardrail where it is attached, in policies that AWS takes", () => {
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 1, max: 9 }), (before, after, room) => {
        const packs = packed(after, { before: asBefore(packed(before)), room: () => room });
        expect(held(packs)).toEqual(wanted(after));
        expect(sizesFit(packs)).toBe(true);
        expect(packs.every(({ description }) => description.length <= 512)).toBe(true);
        expect(new Set(packs.map(keyOf)).size).toBe(packs.length);
        expect(packs.map(namesInPack).every((names) => names.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("finds what it made again, and changes nothing", () => {
    fc.assert(
      fc.property(parts, (all) => {
        const packs = packed(all);
        const again = packed(all.toReversed(), { before: asBefore(packs) });
        expect(new Map(again.map((pack) => [keyOf(pack), textOf(pack)]))).toEqual(new Map(packs.map((pack) => [keyOf(pack), textOf(pack)])));
      }),
      { numRuns: 200 },
    );
  });

  it("rewrites one pack for one edited guardrail, unless it no longer fits there", () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 4_500 }), (all, which, size) => {
        fc.pre(all.length > 0);
        const old = all[which % all.length];
        if (old === undefined) return;
        const edited = part(old.name, old.kind, size, old.targets, 77);
        const before = packed(all);
        const after = packed(all.map((one) => (one === old ? edited : one)), { before: asBefore(before), alone: true });
        const home = before.find((pack) => pack.kind === old.kind && namesInPack(pack).includes(old.name));
        const goal = after.find((pack) => pack.kind === old.kind && namesInPack(pack).includes(old.name));
        const others = all.filter((one) => one !== old && one.kind === old.kind && home !== undefined && namesInPack(home).includes(one.name));
        const together = minifyPolicy({ Version: "2012-10-17", Statement: [...others, edited].flatMap(({ statements }) => statements) }).length;
        const fits = together <= authorizationPolicyTypeFacts(old.kind).maxSize;
        expect(goal?.name === home?.name).toBe(fits);
        expect(rewritten(before, after).length).toBeLessThanOrEqual(fits ? 1 : 2);
        expect(after.length).toBeLessThanOrEqual(before.length + (fits ? 0 : 1));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves room in each rewritten pack for the old text beside the new one, while several change", () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const before = packed(one);
        const after = packed(other, { before: asBefore(before) });
        for (const pack of rewritten(before, after)) {
          const next = after.find((each) => keyOf(each) === keyOf(pack));
          // What one leaves and another brings is in it once.
          const both = [...new Map([...statementsInPack(pack).values(), ...(next === undefined ? [] : statementsInPack(next).values())].flat().map((statement) => [JSON.stringify({ ...statement, Sid: "" }), statement])).values()];
          expect(minifyPolicy({ Version: "2012-10-17", Statement: both }).length).toBeLessThanOrEqual(authorizationPolicyTypeFacts(pack.kind === "rcp" ? "rcp" : "scp").maxSize);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("goes on in its policy where its places change, and brings no other guardrail there", () => {
    const before = asBefore(packed([part("keep", "scp", 10, ["root"]), part("imds", "scp", 10, ["ou:Workloads/Prod"]), part("keys", "scp", 10, ["ou:Workloads/Prod"])]));
    const further = packed([part("keep", "scp", 10, ["root"]), part("imds", "scp", 10, ["ou:Security", "ou:Workloads/Prod"]), part("keys", "scp", 10, ["ou:Security", "ou:Workloads/Prod"])], { before });
    expect(further.map(({ name, targets }) => [name, targets])).toEqual([
      ["guardrails-root", ["root"]],
      ["guardrails-Workloads.Prod", ["ou:Security", "ou:Workloads/Prod"]],
    ]);
    const apart = packed([part("imds", "scp", 10, ["ou:Security", "ou:Workloads/Prod"]), part("keys", "scp", 10, ["ou:Workloads/Prod"])], { before });
    expect(apart.map(({ name, description }) => [name, description])).toEqual([
      ["guardrails-Security+Workloads.Prod", "Guardrail: imds"],
      ["guardrails-Workloads.Prod", "Guardrail: keys"],
    ]);
  });

  it("takes no more packs at a place than it has room for, wherever they could be joined for that place", () => {
    const size = 3_000;
    const all = [["root", "ou:Security"], ["root", "ou:Workloads/Prod"], ["root"], ["root", "ou:Workloads/SDLC"]].map((targets, index) => part(NAMES[index] ?? "", "scp", size, targets));
    const atRoot = (packs: readonly Pack[]): number => packs.filter(({ targets }) => targets.includes("root")).length;
    expect(atRoot(packed(all))).toBe(4);
    const joined = packed(all, { room: () => 2 });
    expect(atRoot(joined)).toBe(2);
    expect(held(joined)).toEqual(wanted(all));
  });

  it("empties half-empty packs only where a place runs out of room", () => {
    const before = asBefore(packed([part("keep", "scp", 9_000, ["root"]), part("imds", "scp", 9_000, ["root"]), part("keys", "scp", 9_000, ["root"])]));
    const smaller = [part("keep", "scp", 100, ["root"]), part("imds", "scp", 9_000, ["root"]), part("keys", "scp", 9_000, ["root"])];
    const kept = packed(smaller, { before, alone: true });
    expect(kept).toHaveLength(3);
    const again = packed(smaller, { before: asBefore(kept), room: () => 2 });
    expect(again).toHaveLength(2);
  });
});
