import type { ValuePath } from "../diagnostics/index.ts";
import { type Pack, packsOf, type UsedGuardrail, usedGuardrails } from "../guardrails/index.ts";
import type { Address } from "../ids/index.ts";
import { type Account, accountsOf, type Node, nodesOf, type Organization, type PlacedAccount, type PlacedNode, type Policy } from "../organization/index.ts";
import { isPolicyDocument, type PolicyStatement } from "../policy/index.ts";
import { guardrailsAsPolicies } from "./guardrails-as-policies.ts";
import { nameOf } from "./words.ts";

/** The root, an OU or an account: what policies are attached to. */
export interface Target {
  readonly address: Address;
  readonly path: ValuePath;
  /** What a person calls it, with its kind: `OU Workloads/Prod`. */
  readonly name: string;
  readonly declared: Node | Account;
}

/** An organization with what several rules ask of it, worked out once. */
export interface Subject {
  /** As the file has it. Everything else here has a policy in place of each guardrail. */
  readonly organization: Organization;
  /** The guardrails that are attached somewhere, by the key of the policy that stands for each. */
  readonly guardrails: ReadonlyMap<string, UsedGuardrail>;
  /** The policies that they become in AWS. */
  readonly packs: readonly Pack[];
  /** The day of the check as YYYY-MM-DD; absent where dates do not matter. */
  readonly today?: string;
  readonly nodes: readonly PlacedNode[];
  readonly accounts: readonly PlacedAccount[];
  /** The nodes, then the accounts. */
  readonly targets: readonly Target[];
  readonly policies: ReadonlyMap<string, Policy>;
  /** The statements of each policy; none where the document is no policy at all, which has a rule of its own. */
  readonly statements: ReadonlyMap<string, readonly PolicyStatement[]>;
}

export function subjectOf(organization: Organization, today?: string): Subject {
  const used = usedGuardrails(organization);
  const { organization: plain, guardrails } = guardrailsAsPolicies(organization, used);
  const nodes = nodesOf(plain);
  const accounts = accountsOf(plain, nodes);
  const policies = new Map(Object.entries(plain.policies ?? {}));
  return {
    organization,
    guardrails,
    packs: packsOf(organization, used),
    ...(today === undefined ? {} : { today }),
    nodes,
    accounts,
    targets: [
      ...nodes.map(({ address, path, node }) => ({ address, path, name: nameOf(address), declared: node })),
      ...accounts.map(({ address, path, account }) => ({ address, path, name: nameOf(address), declared: account })),
    ],
    policies,
    statements: new Map([...policies].map(([key, policy]) => [key, statementsOf(policy)])),
  };
}

function statementsOf({ document }: Policy): readonly PolicyStatement[] {
  if (!isPolicyDocument(document)) return [];
  return Array.isArray(document.Statement) ? (document.Statement as readonly PolicyStatement[]) : [document.Statement as PolicyStatement];
}
