import type { PolicyStatement } from "../policy/index.ts";
import { sidOf } from "./content.ts";
import type { ParameterValue, StatementGuardrail } from "./guardrail.ts";
import { settingsOf } from "./parameters.ts";
import { GUARDRAILS } from "./registry.ts";

/** A place in a statement: an element, and in a condition the operator and the key. */
export interface StatementPlace {
  readonly element: string;
  readonly operator?: string;
  readonly key?: string;
}

const MARK = "landfall-mark";
const PLACE = { partition: "aws", organizationId: "o-exampleorgid", homeRegion: "eu-west-1", regions: [], exempt: [] } as const;

/**
 * What of the organization file a place in a guardrail's statement is made from: the name of a parameter, or
 * `exemptRoles`; undefined where it is fixed. `name` is that of the use, `sid` the statement's in its pack.
 */
export function parameterAt(name: string, sid: string, place: StatementPlace): string | undefined {
  const guardrail = guardrailOf(name, sid);
  if (guardrail === undefined) return undefined;
  const own = sid.slice(sidOf(name).length);
  const isMade = (parameters: Readonly<Record<string, ParameterValue>>, exempt: readonly string[]): boolean =>
    guardrail.statements({ ...settingsOf(guardrail, parameters, PLACE).settings, exempt }).some((statement) => statement.Sid === own && textAt(statement, place).includes(MARK));
  const made = guardrail.parameters.find(({ name: parameter, kind }) => kind !== "number" && isMade({ [parameter]: kind === "strings" ? [MARK] : MARK }, []));
  return made?.name ?? (isMade({}, [MARK]) ? "exemptRoles" : undefined);
}

/** The guardrail that a statement comes from: by name, or where the file gave it another, by the statement's own Sid. */
function guardrailOf(name: string, sid: string): StatementGuardrail | undefined {
  const withStatements = GUARDRAILS.filter((guardrail): guardrail is StatementGuardrail => "statements" in guardrail);
  const own = sid.slice(sidOf(name).length);
  return withStatements.find((guardrail) => guardrail.name === name) ?? withStatements.find((guardrail) => guardrail.statements(settingsOf(guardrail, {}, PLACE).settings).some(({ Sid }) => Sid === own));
}

/** What stands at a place, as text; condition keys and operators are compared as AWS does. */
function textAt(statement: PolicyStatement, { element, operator, key }: StatementPlace): string {
  if (element !== "Condition") return JSON.stringify((statement as unknown as Readonly<Record<string, unknown>>)[element] ?? "");
  const same = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();
  const keys = Object.entries(statement.Condition ?? {}).find(([name]) => same(name, operator))?.[1] ?? {};
  return JSON.stringify(Object.entries(keys).find(([name]) => same(name, key))?.[1] ?? "");
}
