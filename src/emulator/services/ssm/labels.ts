import { AwsError } from "../../aws-error.ts";
import type { Call, Constraint, Operation } from "../../operation.ts";
import { selected } from "./name.ts";
import { changeVersion, findParameter, versionsOf, type ParameterVersion } from "./parameters.ts";
import { notFound } from "./read-parameters.ts";

/** Source: Systems Manager User Guide, "Working with parameter labels". */
const MOST_LABELS = 10;
const INPUT: Readonly<Record<string, Constraint>> = {
  Name: { required: true, min: 1, max: 2048 },
  Labels: { required: true, min: 1, max: 10 },
  "Labels[]": { min: 1, max: 100 },
};
const ERRORS = ["NotImplemented", "ParameterNotFound", "ParameterVersionNotFound", "ValidationException"];

interface LabelInput {
  readonly Name: string;
  readonly ParameterVersion?: number;
  readonly Labels: readonly string[];
}

/** Letters, digits and `.-_`; not a digit in front, and neither aws nor ssm. */
const isLabel = (text: string): boolean => /^[a-zA-Z_.-][\w.-]*$/.test(text) && !/^(aws|ssm)/i.test(text);

/** The version that an input names; the latest if it names none. */
function versionIn(call: Call, { Name, ParameterVersion: number }: LabelInput): ParameterVersion {
  const { name } = selected(Name, call);
  if (!findParameter(call, name)) throw notFound(name);
  const version = findParameter(call, name, number);
  if (version === undefined) throw new AwsError("ParameterVersionNotFound", `Systems Manager could not find version ${number} of ${name}. Verify the version and try again.`);
  return version;
}

/** A label is one version's: it moves. */
const labelParameterVersion: Operation<LabelInput, object> = {
  name: "LabelParameterVersion",
  input: INPUT,
  errors: [...ERRORS, "ParameterVersionLabelLimitExceeded"],
  quotas: [`${MOST_LABELS} labels of a version`],
  run(call, input) {
    const version = versionIn(call, input);
    const labels = input.Labels.filter(isLabel);
    const all = [...new Set([...(version.labels ?? []), ...labels])];
    if (all.length > MOST_LABELS) throw new AwsError("ParameterVersionLabelLimitExceeded", `A parameter version can have a maximum of ten labels.`);
    for (const other of versionsOf(call, version.name)) {
      const kept = other.labels?.filter((label) => !labels.includes(label));
      if (kept !== undefined && kept.length < (other.labels?.length ?? 0)) changeVersion(call, { ...other, labels: kept });
    }
    changeVersion(call, { ...version, labels: all });
    return { InvalidLabels: input.Labels.filter((label) => !isLabel(label)), ParameterVersion: version.version };
  },
};

const unlabelParameterVersion: Operation<LabelInput, object> = {
  name: "UnlabelParameterVersion",
  input: { ...INPUT, ParameterVersion: { required: true } },
  errors: ERRORS,
  run(call, input) {
    const version = versionIn(call, input);
    const before = version.labels ?? [];
    changeVersion(call, { ...version, labels: before.filter((label) => !input.Labels.includes(label)) });
    return { RemovedLabels: input.Labels.filter((label) => before.includes(label)), InvalidLabels: input.Labels.filter((label) => !before.includes(label)) };
  },
};

/** Labels of parameters' versions. */
export const labelOperations = [labelParameterVersion, unlabelParameterVersion];
