import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type PolicyChain, type PolicyDocument, parsePolicyText } from "../../src/policy/index.ts";
import { aimedRequest } from "./aimed-request.ts";
import { firstDifference } from "./compare-engines.ts";
import { randomFrom } from "./random.ts";
import { tellDifference } from "./tell-difference.ts";

/** Public policies that nobody here wrote. */
const PUBLIC = path.join(import.meta.dirname, "../../../shared/data/scp");
const REQUESTS = 100;

const present = existsSync(PUBLIC);
if (!present) console.log(`skipped: public policies are absent at ${PUBLIC}`);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

const documents = (): PolicyDocument[] =>
  filesBelow(PUBLIC).filter((file) => file.endsWith(".json")).flatMap((file) => parsePolicyText(readFileSync(file, "utf8")).document ?? []);

const FULL_ACCESS: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };

/** The document as the only thing that may deny: as SCP, RCP and policy of the resource. */
function chainsWith(document: PolicyDocument): PolicyChain[] {
  const full = { name: "full", document: FULL_ACCESS };
  const policy = { name: "public", document };
  return [
    { scps: [{ name: "root", policies: [full, policy] }], identity: [full] },
    { rcps: [{ name: "root", policies: [policy] }], identity: [full], session: [full] },
    { identity: [full], session: [full], resource: policy },
  ];
}

describe.skipIf(!present)("on public policies the two evaluators", () => {
  it("decide alike, whatever is asked in the words of each", { timeout: 120_000 }, () => {
    const outcomes: Record<string, number> = {};
    const policies = documents();
    for (const [index, document] of policies.entries()) {
      const random = randomFrom(index);
      for (const chain of chainsWith(document)) {
        const requests = Array.from({ length: REQUESTS }, () => aimedRequest(random, document));
        const difference = firstDifference(chain, requests, (outcome) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1));
        expect(difference === undefined ? "" : tellDifference(difference)).toBe("");
      }
    }
    console.log(`public policies: ${policies.length}, ${JSON.stringify(outcomes)}`);
    expect(policies.length).toBeGreaterThan(80);
    expect(outcomes["explicitDeny"]).toBeGreaterThan(1000);
    expect(outcomes["unknown"]).toBeGreaterThan(100);
  });
});
