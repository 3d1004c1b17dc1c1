import { nearest } from "../../diagnostics/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

const AWS_NAMES = new Set(AUTHORIZATION_POLICY_TYPES.map((facts) => facts.awsManaged.name));

export const policyKnown: Rule = {
  code: "LF2009",
  name: "policy-known",
  severity: "error",
  source: "Node.policies: keys of the file's own policies",
  check: (subject) =>
    subject.targets.flatMap(({ address, path, name, declared }) =>
      (declared.policies ?? []).flatMap((key, index) => {
        if (subject.policies.has(key)) return [];
        return [{ address, path: [...path, "policies", index], summary: `The policy "${key}" at ${name} is not in the file.`, ...advice(subject, key) }];
      }),
    ),
};

function advice({ policies }: Subject, key: string): { fix?: string; suggestion?: string } {
  if (AWS_NAMES.has(key)) return { fix: "AWS attaches it itself: leave it out, and say `fullAwsAccess: false` where FullAWSAccess must go." };
  const suggestion = nearest(key, policies.keys());
  return suggestion === undefined ? {} : { suggestion };
}
