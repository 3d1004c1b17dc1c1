import type { PolicyContent, PolicyStatement } from "../policy/index.ts";
import type { Guardrail, GuardrailSettings } from "./guardrail.ts";

/** What AWS would be given if the guardrail had a policy of its own. */
export const contentOf = (guardrail: Guardrail, settings: GuardrailSettings): PolicyContent =>
  "statements" in guardrail ? { Version: "2012-10-17", Statement: guardrail.statements(settings) } : guardrail.document(settings);

/** A name in letters and digits, as a Sid may have them: `region-allow-list` becomes `RegionAllowList`. */
export const sidOf = (name: string): string => name.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, next: string) => next.toUpperCase());

/** The statements with the name they are used by put before their Sids, so that each can be told from where it came. */
export const statementsNamed = (name: string, statements: readonly PolicyStatement[]): readonly PolicyStatement[] =>
  statements.map((statement) => ({ ...statement, Sid: `${sidOf(name)}${statement.Sid ?? ""}` }));
