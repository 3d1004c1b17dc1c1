import { nearest, type ValuePath } from "../../diagnostics/index.ts";
import { guardrailMeant, guardrailNamed, GUARDRAILS } from "../../guardrails/index.ts";
import type { Organization } from "../../organization/index.ts";
import type { Finding, Rule } from "../rule.ts";

export const guardrailKnown: Rule = {
  code: "LF2201",
  name: "guardrail-known",
  severity: "error",
  source: "Node.guardrails: names of the reference, or of the file's own settings",
  check: ({ organization, targets }) => [
    ...Object.entries(organization.guardrails ?? {}).flatMap(([name, { guardrail }]) => {
      if (guardrail !== undefined) return guardrailNamed(guardrail) === undefined ? [unknown(guardrail, ["guardrails", name, "guardrail"], "that the settings name", [])] : [];
      return guardrailNamed(name) === undefined ? [{ ...unknown(name, ["guardrails", name], "that has settings", []), fix: "Say which guardrail it is: `guardrail: \"region-allow-list\"`." }] : [];
    }),
    ...targets.flatMap(({ address, path, name: place, declared }) =>
      (declared.guardrails ?? []).flatMap((name, index) => {
        if (guardrailMeant(name, organization) !== undefined || Object.hasOwn(organization.guardrails ?? {}, name)) return [];
        return [{ address, ...unknown(name, [...path, "guardrails", index], `at ${place}`, ownNames(organization)) }];
      }),
    ),
  ],
};

const ownNames = ({ guardrails = {} }: Organization): string[] => Object.keys(guardrails);

function unknown(name: string, path: ValuePath, where: string, more: readonly string[]): Finding {
  const suggestion = nearest(name, [...GUARDRAILS.map((guardrail) => guardrail.name), ...more]);
  return { path, summary: `There is no guardrail "${name}" ${where}.`, ...(suggestion === undefined ? {} : { suggestion }) };
}
