import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { newName, validation } from "./name.ts";
import { addVersion, findParameter, parameterCount, type ParameterType, type ParameterVersion } from "./parameters.ts";
import { putTags, type Tag, TAGS } from "./tags.ts";

interface PutParameterInput {
  readonly Name: string;
  readonly Value: string;
  readonly Type?: ParameterType;
  readonly Overwrite?: boolean;
  readonly Tier?: string;
  readonly KeyId?: string;
  readonly DataType?: string;
  readonly AllowedPattern?: string;
  readonly Policies?: string;
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}

interface PutParameterOutput {
  readonly Version: number;
  readonly Tier: string;
}

/** Source: Systems Manager API Reference, "PutParameter"; Systems Manager User Guide, "Managing parameter tiers". */
const LARGEST_VALUE = 4096;
const MOST_PARAMETERS = 10_000;
const TAGS_AND_OVERWRITE =
  "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.";

/** Standard parameters only: what belongs to the advanced tier, to KMS and to EC2 is refused by name. */
export const putParameter: Operation<PutParameterInput, PutParameterOutput> = {
  name: "PutParameter",
  input: {
    Name: { required: true, min: 1, max: 2048 },
    Value: { required: true, min: 1 },
    Type: { values: ["String", "StringList", "SecureString"] },
    Description: { max: 1024 },
    KeyId: { min: 1, max: 256, pattern: /^([a-zA-Z0-9:/_-]+)$/ },
    AllowedPattern: { max: 1024 },
    ...TAGS,
    Tier: { values: ["Standard", "Advanced", "Intelligent-Tiering"] },
    Policies: { min: 1, max: 4096 },
    DataType: { max: 128 },
  },
  run(call, input) {
    refuseUnimplemented(input);
    const name = newName(input.Name, call);
    const tags = input.Tags ?? [];
    if (input.Overwrite && tags.length > 0) throw validation(TAGS_AND_OVERWRITE);
    const existing = findParameter(call, name);
    if (existing && !input.Overwrite) {
      throw new AwsError("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
    }
    const type = input.Type ?? existing?.type;
    if (!type) throw validation("A parameter type is required when you create a parameter.");
    if (existing && existing.type !== type) throw typeMismatch();
    if (!existing && parameterCount(call) >= MOST_PARAMETERS) {
      throw new AwsError("ParameterLimitExceeded", "You have exceeded the number of parameters for this AWS account. Delete one or more parameters and try again.");
    }
    refuseValue(input.Value);
    const version = (existing?.version ?? 0) + 1;
    addVersion(call, { name, type, value: input.Value, version, modifiedAt: call.now, modifiedBy: call.principal.arn, ...described(input, existing), ...(type === "SecureString" ? { sealed: sealOf(call) } : {}) });
    if (tags.length > 0) putTags(call, name, tags);
    return { Version: version, Tier: "Standard" };
  },
};

/** Unconfirmed: that a new version keeps the description when it brings none. */
function described({ Description: description }: PutParameterInput, existing: ParameterVersion | undefined): Pick<ParameterVersion, "description"> {
  const text = description ?? existing?.description;
  return text === undefined ? {} : { description: text };
}

function refuseUnimplemented(input: PutParameterInput): void {
  const isText = input.DataType === undefined || input.DataType === "" || input.DataType === "text";
  const unimplemented = [
    ["Tier", input.Tier !== undefined && input.Tier !== "Standard"],
    ["KeyId", input.KeyId !== undefined && input.KeyId !== "alias/aws/ssm"],
    ["DataType", !isText],
    ["AllowedPattern", Boolean(input.AllowedPattern)],
    ["Policies", input.Policies !== undefined],
  ] as const;
  const found = unimplemented.find(([, isGiven]) => isGiven);
  if (found) throw new AwsError("NotImplemented", `landfall's emulator does not implement ${found[0]} of ssm:PutParameter as it was given`);
}

function refuseValue(value: string): void {
  if (/\{\{.*\}\}/s.test(value)) throw validation('Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.');
  if (Buffer.byteLength(value) > LARGEST_VALUE) {
    throw validation(
      `Standard tier parameters support a maximum parameter value of ${LARGEST_VALUE} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
    );
  }
}

/** Unconfirmed: whether AWS still refuses every change of type. */
const typeMismatch = (): AwsError =>
  new AwsError("HierarchyTypeMismatchException", "Parameter Store doesn't support changing a parameter type in a hierarchy. You must create a new, unique parameter.");

/** KMS is not emulated: this stands where its ciphertext would, and nothing can be read from it. */
const sealOf = ({ world }: Call): string => Buffer.from(world.randomId(96)).toString("base64");
