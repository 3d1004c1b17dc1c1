import { nearest, type ValuePath } from "../../diagnostics/index.ts";
import { givenFor, guardrailMeant, needsParameters, type ParameterProblem, placeOf, settingsOf } from "../../guardrails/index.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

export const guardrailParameters: Rule = {
  code: "LF2202",
  name: "guardrail-parameters",
  severity: "error",
  source: "Organization.guardrails: the parameters that each guardrail takes",
  check: (subject) => [...stated(subject), ...unstated(subject)],
};

/** What is wrong with settings that the file has. */
const stated = ({ organization }: Subject): Finding[] =>
  Object.keys(organization.guardrails ?? {}).flatMap((name) => {
    const guardrail = guardrailMeant(name, organization);
    if (guardrail === undefined) return [];
    const { problems } = settingsOf(guardrail, givenFor(name, organization), placeOf(organization));
    return problems.map((problem) => findingOf(problem, name, guardrail.parameters.map((parameter) => parameter.name)));
  });

/** Guardrails that need settings and have none. */
const unstated = ({ organization, targets }: Subject): Finding[] =>
  targets.flatMap(({ address, path, name: place, declared }) =>
    (declared.guardrails ?? []).flatMap((name, index) => {
      const guardrail = guardrailMeant(name, organization);
      if (guardrail === undefined || Object.hasOwn(organization.guardrails ?? {}, name) || !needsParameters(guardrail)) return [];
      const missing = guardrail.parameters.filter((parameter) => parameter.default === undefined && parameter.from === undefined).map((parameter) => `\`${parameter.name}\``);
      return [{ address, path: [...path, "guardrails", index], summary: `The guardrail "${name}" at ${place} needs ${missing.join(" and ")}.`, fix: `Give it under \`guardrails\`: "${name}": { ... }.` }];
    }),
  );

const KINDS: Readonly<Record<string, string>> = { strings: "a list of texts", string: "text", number: "a number" };

function findingOf({ parameter, problem, wants }: ParameterProblem, name: string, known: readonly string[]): Finding {
  const path: ValuePath = ["guardrails", name];
  if (problem === "missing") return { path, summary: `The guardrail "${name}" has no \`${parameter}\`; it must be ${KINDS[wants] ?? wants}.` };
  if (problem === "wrong kind") return { path: [...path, parameter], summary: `\`${parameter}\` of the guardrail "${name}" must be ${KINDS[wants] ?? wants}.` };
  const suggestion = nearest(parameter, known);
  const fix = known.length === 0 ? "Remove it: the guardrail has no parameters." : `Its parameters are ${known.map((one) => `\`${one}\``).join(", ")}.`;
  return { path: [...path, parameter], summary: `The guardrail "${name}" has no parameter \`${parameter}\`.`, fix, ...(suggestion === undefined ? {} : { suggestion }) };
}
