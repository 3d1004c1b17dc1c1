import { normalizePolicy, type PolicyStatement } from "../../policy/index.ts";
import type { OrganizationChain } from "../model.ts";

/** A statement of the policies that an account is under. */
export interface ChainStatement {
  readonly kind: "scp" | "rcp";
  readonly policy: string;
  readonly statement: PolicyStatement;
  /** Equal for statements that have the same effect on every request: a Deny has its effect from any level, an Allow from its own. */
  readonly same: string;
}

const known = new WeakMap<OrganizationChain, readonly ChainStatement[]>();
const normal = new WeakMap<PolicyStatement, string>();

/** Every statement of a chain; those that have the same effect once. */
export function statementsOf(chain: OrganizationChain): readonly ChainStatement[] {
  const before = known.get(chain);
  if (before !== undefined) return before;
  const found = new Map<string, ChainStatement>();
  for (const kind of ["scp", "rcp"] as const) {
    for (const [index, level] of (kind === "scp" ? chain.scps : chain.rcps)?.entries() ?? []) {
      for (const { name, document } of level.policies) {
        for (const statement of [document.Statement].flat()) {
          const same = `${kind} ${statement.Effect === "Deny" ? "" : index} ${textOf(statement, document.Version)}`;
          if (!found.has(same)) found.set(same, { kind, policy: name, statement, same });
        }
      }
    }
  }
  const all = [...found.values()];
  known.set(chain, all);
  return all;
}

function textOf(statement: PolicyStatement, Version: "2012-10-17" | "2008-10-17" | undefined): string {
  const before = normal.get(statement);
  if (before !== undefined) return before;
  const { Sid: _sid, ...said } = statement;
  const text = JSON.stringify([Version, [normalizePolicy({ ...(Version === undefined ? {} : { Version }), Statement: said }).Statement].flat()]);
  normal.set(statement, text);
  return text;
}
