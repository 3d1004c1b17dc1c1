import { arnPatternFields } from "../arn-fields.ts";
import type { PolicyProblem } from "../problem.ts";
import { isPolicyVariable, VARIABLE } from "../variables.ts";
import type { PolicyCheck } from "./check.ts";
import { type Located, quote, textsOf } from "./texts.ts";

const FORM = 'Write "*" or arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE.';

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Resource". The errors are those IAM answers: `must be in ARN
 * format or "*"`, `Partition … is not valid for resource`.
 * Unconfirmed: a shortened ARN and a wildcard in the service are refused by AWS's text and taken by AWS's tools.
 */
export const resourceCheck: PolicyCheck = {
  name: "resource",
  *statement(statement, path) {
    for (const element of ["Resource", "NotResource"]) {
      for (const resource of textsOf(statement, element, path)) {
        if (resource.value !== "*") yield* formOf(resource);
      }
    }
  },
};

function* formOf(resource: Located<string>): Iterable<PolicyProblem> {
  const fields = arnPatternFields(resource.value);
  const shown = `The resource ${quote(resource.value)}`;
  const { path } = resource;
  if (fields === undefined) {
    yield { code: "LF3028", severity: "error", message: `${shown} is neither an ARN nor "*".`, path, fix: FORM };
    return;
  }
  const [, partition = "", service = ""] = fields;
  if (!/^aws(?:-[a-z0-9-]+)?$/.test(partition) && !/[*?]/.test(partition)) {
    const message = `${shown} names the partition ${quote(partition)}, which does not exist.`;
    yield { code: "LF3028", severity: "error", message, path, fix: 'Write "aws", or "*" for all partitions.' };
    return;
  }
  for (const text of doubtsAbout(fields, service)) {
    yield { code: "LF3029", severity: "warning", message: `${shown} ${text}.`, path, fix: FORM };
  }
}

const hasPolicyVariable = (field: string): boolean => (field.match(VARIABLE) ?? []).some(isPolicyVariable);

function* doubtsAbout(fields: readonly string[], service: string): Iterable<string> {
  if (fields.length < 6) yield `has ${fields.length} of an ARN's six fields; what AWS matches with it is not documented`;
  else if (service === "") yield "names no service";
  if (/[*?]/.test(service)) yield "has a wildcard in the service field, where AWS's pages allow none";
  else if (/[A-Z]/.test(service)) yield "has capital letters in the service field, so it matches nothing";
  if (fields.slice(0, 5).some(hasPolicyVariable)) yield "has a variable before the fifth colon, where AWS reads none";
}
