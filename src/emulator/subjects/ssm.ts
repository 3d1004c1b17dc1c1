import type { RequestContext } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { parameterArn, parameterNamed, parameterTags } from "../services/ssm/index.ts";
import { SSM_FURTHER } from "./ssm-further.ts";
import { type Input, type Named, type SubjectFacts, type SubjectTable, textIn, textsIn } from "./subject.ts";
import { requestTags, resourceTags, unclearRequestTags } from "./tags.ts";

const PARAMETER = ["parameter"];
const ONE = { Name: PARAMETER };
const MANY = { Names: PARAMETER };
const TAGGED = { ResourceId: PARAMETER };

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Systems Manager". */
const FACTS: Readonly<Record<string, Omit<SubjectFacts, "further">>> = {
  AddTagsToResource: { about: TAGGED },
  DeleteParameter: { about: ONE },
  DeleteParameters: { about: MANY },
  DescribeParameters: {},
  GetParameter: { about: ONE },
  GetParameterHistory: { about: ONE },
  GetParameters: { about: MANY },
  GetParametersByPath: { about: { Path: PARAMETER }, keys: ["ssm:Recursive"] },
  LabelParameterVersion: { about: ONE },
  ListTagsForResource: { about: TAGGED },
  PutParameter: { about: ONE, keys: ["ssm:Overwrite", "ssm:Policies"] },
  RemoveTagsFromResource: { about: TAGGED },
  UnlabelParameterVersion: { about: ONE },
};
const OPERATIONS: Readonly<Record<string, SubjectFacts>> = Object.fromEntries(Object.entries(FACTS).map(([name, facts]) => [name, { ...facts, further: SSM_FURTHER[name] }]));

export const ssmSubjects: SubjectTable = {
  prefix: "ssm",
  operations: OPERATIONS,
  lacking: [
    "association", "automation-execution", "cloud-connector", "document", "instance", "maintenancewindow", "managed-instance", "opsitem", "opsmetadata",
    "patchbaseline", "task",
  ],
  read(call, name, input) {
    const { about = {}, keys = [] } = OPERATIONS[name] ?? {};
    return {
      resources: Object.keys(about).flatMap((member) => textsIn(input, member)).map((given) => namedBy(call, given)),
      keys: { ...requestTags(input), ...ownKeys(keys, input) },
      unclear: unclearRequestTags(input),
      // Parameters that other accounts share are refused by name.
      ownedByCaller: true,
    };
  },
};

/**
 * Named by name or ARN, perhaps with a version or label after a colon; its tags are those of the parameter either way.
 * What can be no parameter of this account is asked as it stands. Unconfirmed: that AWS leaves the version away.
 */
function namedBy(call: Call, given: string): Named {
  const name = parameterNamed(call, given);
  if (name !== undefined) return { arn: parameterArn(name, call), ...resourceTags(parameterTags(call).get(name), "ssm:resourceTag") };
  const text = given.trim();
  return { arn: text.startsWith("arn:") ? text.split(":").slice(0, 6).join(":") : parameterArn(text.split(":")[0] ?? text, call) };
}

function ownKeys(keys: readonly string[], input: Input): RequestContext {
  const flag = (member: string): string => String(input[member] === true);
  const all: RequestContext = { "ssm:Recursive": flag("Recursive"), "ssm:Overwrite": flag("Overwrite"), "ssm:Policies": textIn(input, "Policies") };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}
