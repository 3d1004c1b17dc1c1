import { describe, expect, it } from "vitest";
import { Broken } from "./broken.ts";
import { sketch } from "./generate.ts";
import { openedIn } from "./judge.ts";
import { Choices } from "./random.ts";
import { readyTest } from "./ready-test.ts";
import { letThrough, namesOf } from "./requests.ts";
import { successor } from "./successor.ts";
import type { AccountView } from "./view.ts";

const view = (through: number, more: Partial<AccountView> = {}): AccountView => ({ id: "1", state: "ACTIVE", parentId: "r", through, throughPath: through, ...more });
const nothing = (): number => 0;
const allow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const deny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';

describe("the search for gaps", () => {
  it("sees what a moment lets through and neither end does", () => {
    expect(openedIn(view(0b111), view(0b001), view(0b010), nothing)).toBe(0b100);
    expect(openedIn(view(0b011), view(0b001), view(0b010), nothing)).toBe(0);
  });

  it("judges a new account by its place once it is there, and one that is closed not at all", () => {
    expect(openedIn(view(0b11), undefined, view(0b01), nothing)).toBe(0b10);
    expect(openedIn(view(0b11), undefined, view(0b01), () => 0b10)).toBe(0);
    expect(openedIn(view(0b11, { parentId: "elsewhere" }), undefined, view(0b01), nothing)).toBe(0);
    expect(openedIn(view(0b11), view(0), view(0, { state: "CLOSED" }), nothing)).toBe(0);
  });

  it("asks the policy engine what levels of policies let through", () => {
    const of = (...scps: string[]): string[] => namesOf(letThrough([{ scps, rcps: [] }]));
    expect(of()).toEqual(of(deny));
    expect(of(allow).length).toBeGreaterThan(of(allow, deny).length);
    expect(of(allow, deny).filter((name) => name.startsWith("s3:") && name.includes("::222222222222:user"))).toEqual([]);
  });
});

describe("a random pair", () => {
  it("is the same for the same seed", () => {
    const pairOf = (seed: number): string => {
      const choices = new Choices(seed);
      const before = sketch(choices);
      return JSON.stringify([before, successor(choices, before)]);
    };
    expect(pairOf(7)).toBe(pairOf(7));
    expect(pairOf(7)).not.toBe(pairOf(8));
  });

  it("that fails becomes a test that says what failed", () => {
    const choices = new Choices(1);
    const before = sketch(choices);
    const text = readyTest({ pair: { seed: 1, before, after: successor(choices, before), trouble: { kind: "kills", atWrites: [3], afterEffect: true, keepsRecord: false } }, broken: new Broken("no gap", "after MoveAccount") });
    expect(text).toContain("// no gap: after MoveAccount");
    expect(text).toContain('trouble: {kind: "kills", atWrites: [3], afterEffect: true, keepsRecord: false},');
    expect(text).toContain('import { travel } from "./kit/journey.ts";');
  });
});
