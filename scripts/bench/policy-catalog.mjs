// Decides every action of the catalog for an administrator of every account of the blueprint `full`, under its own SCPs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programForBench } from "./bundle.mjs";
import { secondsOf } from "./measure.mjs";

const EVERYTHING = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
const named = (name, document) => ({ name, document });

export async function catalogRow({ compileChain, decide, loadCatalog }) {
  const catalog = await loadCatalog();
  const actions = catalog.prefixes().flatMap((prefix) => [...catalog.service(prefix).actions.values()].map(({ action }) => action));
  const accounts = await accountsOfFull();
  const outcomes = {};
  const { wall, processor } = secondsOf(
    () => accounts,
    (chains) => {
      for (const [index, chain] of chains.entries()) {
        const compiled = compileChain(chain);
        const accountId = String(100_000_000_000 + index);
        const principal = { type: "role-session", roleArn: `arn:aws:iam::${accountId}:role/Administrator`, accountId };
        const context = { "aws:RequestedRegion": "eu-west-1", "aws:PrincipalArn": principal.roleArn, "aws:PrincipalAccount": accountId };
        for (const action of actions) {
          const { outcome } = decide(compiled, { principal, action, context });
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        }
      }
    },
  );
  const decisions = actions.length * accounts.length;
  const total = Object.values(outcomes).reduce((sum, number) => sum + number, 0);
  const shares = Object.entries(outcomes).map(([outcome, number]) => `${outcome} ${Math.round((number * decisions) / total).toLocaleString("en-US")}`);
  return { case: "every action of the catalog × every account of full", value: processor, unit: "s", reach: 3, atMost: true, note: `${wall.toFixed(2)} by the clock; ${decisions.toLocaleString("en-US")} decisions: ${shares.join(", ")}` };
}

/** The chain of each account: the SCPs of every node from the root, as the program shows them. */
async function accountsOfFull() {
  const program = await programForBench();
  const dir = mkdtempSync(join(tmpdir(), "landfall-bench-full-"));
  try {
    const run = (...args) => execFileSync(process.execPath, [program, ...args], { cwd: dir, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    run("init", "--blueprint", "full");
    const { root } = JSON.parse(run("show", "--declared", "--format", "json"));
    const policy = (name) => named(name, JSON.parse(readFileSync(join(dir, "policies", `${name}.json`), "utf8")));
    const level = ({ name, policies }) => ({ name, policies: [named("FullAWSAccess", EVERYTHING), ...policies.map(policy)] });
    const chains = (node, above) => {
      const scps = [...above, level(node)];
      return node.kind === "account" ? [{ managementAccountId: "999999999999", scps, identity: [named("AdministratorAccess", EVERYTHING)] }] : node.children.flatMap((child) => chains(child, scps));
    };
    return chains(root, []);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
