// iam-simulate, whose license asks for a program of its own: started as one, with the scenario as JSON.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chain, plainRequestOf } from "./policy-scenario.mjs";

const PACKAGE = "@cloud-copilot/iam-simulate";
const CASE = "iam-simulate (a program of its own)";
const PROGRAM = fileURLToPath(new URL("iam-simulate/program.mjs", import.meta.url));

/** Looked for in the folder that LANDFALL_BENCH_RIVALS names; it is no dependency. */
export function iamSimulateRow() {
  const home = process.env.LANDFALL_BENCH_RIVALS;
  if (home === undefined || !existsSync(join(home, "node_modules", PACKAGE))) {
    return { case: CASE, skipped: `not installed: npm install ${PACKAGE} in a folder, named by LANDFALL_BENCH_RIVALS` };
  }
  const { principal, action, resource, resourceAccount, context } = plainRequestOf(0);
  const simulation = {
    identityPolicies: chain.identity.map(({ name, document }) => ({ name, policy: document })),
    serviceControlPolicies: chain.scps.map(({ name, policies }) => ({ orgIdentifier: name, policies: policies.map((one) => ({ name: one.name, policy: one.document })) })),
    resourceControlPolicies: [],
    resourcePolicy: chain.resource.document,
    request: { principal, action, resource: { resource, accountId: resourceAccount }, contextVariables: context },
  };
  const { processor, wall, result } = JSON.parse(execFileSync(process.execPath, [PROGRAM, home], { input: JSON.stringify(simulation), encoding: "utf8" }));
  return { case: CASE, value: processor, unit: "/s", note: `${Math.round(wall).toLocaleString("en-US")} by the clock; the same policies and request, decided as ${result}` };
}
