import type { ValuePath } from "../../diagnostics/index.ts";
import type { Catalog } from "../catalog/index.ts";
import type { PolicyKindRules } from "../kinds/rules.ts";
import type { PolicyProblem } from "../problem.ts";
import type { JsonObject } from "../shape.ts";

/** One thing to look at in a policy. Checks take any JSON and stay silent about what another check reports. */
export interface PolicyCheck {
  readonly name: string;
  document?(document: unknown, rules: PolicyKindRules): Iterable<PolicyProblem>;
  statement?(statement: JsonObject, path: ValuePath, rules: PolicyKindRules): Iterable<PolicyProblem>;
  /** What can only be told by those who know AWS's actions and keys. */
  names?(statement: JsonObject, path: ValuePath, catalog: Catalog): Iterable<PolicyProblem>;
}
