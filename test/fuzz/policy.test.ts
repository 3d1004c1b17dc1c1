import { describe, expect, it } from "vitest";
import { readPolicyCase } from "../../src/policy/index.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";
import { caseLine } from "./case-line.ts";
import { fuzzPolicy } from "./policy.ts";
import { randomFrom } from "./random.ts";
import { randomChain } from "./random-policy.ts";
import { randomRequest } from "./random-request.ts";
import { shrink } from "./shrink.ts";
import { tellDifference } from "./tell-difference.ts";

const COUNT = 20_000;
const SEED = Number(process.env["LANDFALL_FUZZ_SEED"] ?? Date.now() % 1_000_000);

describe("the two evaluators", () => {
  it("decide and explain alike on shaped random policies and requests", { timeout: 180_000 }, () => {
    console.log(`policy fuzz: ${COUNT} decisions, seed ${SEED} (repeat with LANDFALL_FUZZ_SEED=${SEED})`);
    const { compared, outcomes, differences } = fuzzPolicy({ seed: SEED, count: COUNT });
    console.log(`policy fuzz: ${JSON.stringify(outcomes)}`);
    expect(differences.map(tellDifference).join("\n")).toBe("");
    expect(compared).toBe(COUNT);
    for (const outcome of ["allowed", "explicitDeny", "implicitDeny", "unknown"] as const) expect(outcomes[outcome], outcome).toBeGreaterThan(COUNT / 1000);
  });
});

describe("the fuzzer", () => {
  it("repeats a run by its seed", () => {
    const [one, again] = [randomFrom(7), randomFrom(7)];
    expect(JSON.stringify([randomChain(one), randomRequest(one)])).toBe(JSON.stringify([randomChain(again), randomRequest(again)]));
    expect(JSON.stringify(randomChain(randomFrom(8)))).not.toBe(JSON.stringify(randomChain(randomFrom(7))));
  });

  it("writes cases that read back as the same question", () => {
    let written = 0;
    for (let seed = 0; seed < 500; seed++) {
      const random = randomFrom(seed);
      const [chain, request] = [randomChain(random), randomRequest(random)];
      const { decision } = explainByReference(chain, request);
      const line = caseLine(chain, request, decision);
      if (line === undefined) continue;
      const again = readPolicyCase(line);
      expect(explainByReference(again.chain, again.request).decision, line).toEqual(decision);
      written += 1;
    }
    expect(written).toBeGreaterThan(350);
  });

  it("leaves out of a difference what it does not need", () => {
    // No two evaluators differ here, so a case that has no difference must come back whole.
    const random = randomFrom(3);
    const [chain, request] = [randomChain(random), randomRequest(random)];
    const reference = explainByReference(chain, request);
    const whole = { what: "decide: x", chain, request, reference, compiled: reference };
    expect(shrink(whole)).toBe(whole);
    expect(tellDifference(whole)).toContain("reference: {");
  });
});
