// Decides every action of the catalog for an administrator of every account of the blueprint `full`, under its own SCPs and RCPs.
import { load } from "../load.mjs";
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

/** The chain of each account of the blueprint, its guardrails' SCPs and RCPs. */
async function accountsOfFull() {
  const { accessModel, BLUEPRINTS, blueprintOrganization, expand } = await load(
    'export { accessModel } from "./src/access/index.ts"; export { BLUEPRINTS } from "./src/blueprints/index.ts"; export { expand } from "./src/inventory/index.ts"; export { blueprintOrganization } from "./test/kit/blueprint-organization.ts";',
    "bench-full",
  );
  const organization = blueprintOrganization(BLUEPRINTS.find(({ name }) => name === "full"));
  const { accounts, managementAccount } = accessModel(expand(organization), { homeRegion: organization.homeRegion });
  return Array.from(accounts.values(), ({ chain: { scps, rcps } }) => ({ managementAccountId: managementAccount.id, scps, rcps, identity: [named("AdministratorAccess", EVERYTHING)] }));
}
