import type { Rule } from "../rule.ts";
import { capital } from "../words.ts";

/** Without FullAWSAccess, an SCP attached right there must allow something: an allow further up does not reach down. */
export const somethingAllowed: Rule = {
  code: "LF2014",
  name: "something-allowed",
  severity: "error",
  source: "Organizations User Guide, SCP evaluation, How SCPs work with Allow",
  rows: [103],
  check: ({ targets, policies, statements }) =>
    targets.flatMap(({ address, path, name, declared }) => {
      if (declared.fullAwsAccess !== false) return [];
      const allows = (key: string): boolean =>
        policies.get(key)?.type === "scp" && (statements.get(key) ?? []).some((statement) => statement.Effect === "Allow");
      if ((declared.policies ?? []).some(allows)) return [];
      const summary = `${capital(name)} goes without FullAWSAccess, and no service control policy attached to it allows anything.`;
      return [{ address, path: [...path, "fullAwsAccess"], summary }];
    }),
};
