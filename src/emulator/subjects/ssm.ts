import type { RequestContext } from "../../policy/index.ts";
import type { Call } from "../operation.ts";
import { parameterArn, parameterTags } from "../services/ssm/index.ts";
import { type Input, type Named, requestTags, resourceTags, type SubjectFacts, type SubjectTable, textIn, textsIn } from "./subject.ts";

const PARAMETER = ["parameter"];
const ONE = { Name: PARAMETER };
const MANY = { Names: PARAMETER };
const TAGGED = { ResourceId: PARAMETER };

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Systems Manager". */
const OPERATIONS: Readonly<Record<string, SubjectFacts>> = {
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
      resources: Object.keys(about).flatMap((member) => textsIn(input, member)).map((given) => parameterNamed(call, given)),
      keys: { ...requestTags(input), ...ownKeys(keys, input) },
      // Parameters that other accounts share are refused by name.
      ownedByCaller: true,
    };
  },
};

/** Named by name or ARN, perhaps with a version or label after a colon. Unconfirmed: that AWS leaves that away. */
function parameterNamed(call: Call, given: string): Named {
  const text = given.trim();
  if (text.startsWith("arn:")) return { arn: text.split(":").slice(0, 6).join(":") };
  const name = text.split(":")[0] ?? text;
  return { arn: parameterArn(name, call), tags: resourceTags(parameterTags(call).get(name), "ssm:resourceTag") };
}

function ownKeys(keys: readonly string[], input: Input): RequestContext {
  const flag = (member: string): string => String(input[member] === true);
  const all: RequestContext = { "ssm:Recursive": flag("Recursive"), "ssm:Overwrite": flag("Overwrite"), "ssm:Policies": textIn(input, "Policies") };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}
