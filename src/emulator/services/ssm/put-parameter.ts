import { AwsError } from "../../aws-error.ts";
import type { Call, Operation } from "../../operation.ts";
import { newName, validation } from "./name.ts";
import { addVersion, findParameter, KEPT_VERSIONS, parameterCount, parameterTags, type ParameterType, type ParameterVersion, type Tag } from "./parameters.ts";
import { mergedTags, TAGS } from "./tags.ts";

interface PutParameterInput {
  readonly Name: string;
  readonly Value: string;
  readonly Type?: ParameterType;
  readonly Description?: string;
  readonly Overwrite?: boolean;
  readonly Tier?: string;
  readonly KeyId?: string;
  readonly DataType?: string;
  readonly AllowedPattern?: string;
  readonly Policies?: string;
  readonly Tags?: readonly Tag[];
}

interface PutParameterOutput {
  readonly Version: number;
  readonly Tier: string;
}

/** Source: Systems Manager API Reference, "PutParameter"; Systems Manager User Guide, "Managing parameter tiers". */
const LARGEST_VALUE = 4096;
const MOST_PARAMETERS = 10_000;

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
  errors: [
    "AccessDeniedException", "HierarchyLevelLimitExceededException", "HierarchyTypeMismatchException", "InvalidAllowedPatternException", "NotImplemented",
    "ParameterAlreadyExists", "ParameterLimitExceeded", "ParameterMaxVersionLimitExceeded", "ParameterPatternMismatchException", "TooManyTagsError",
    "ValidationException",
  ],
  quotas: [`${MOST_PARAMETERS} parameters in an account and Region`, `${LARGEST_VALUE} bytes`, `${KEPT_VERSIONS} versions, of which the oldest goes`],
  run(call, input) {
    refuseUnimplemented(input);
    const name = newName(input.Name, call);
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
    refuseValue(input);
    const version = (existing?.version ?? 0) + 1;
    refuseLabeled(call, name, version);
    const tags = mergedTags([], input.Tags ?? []);
    addVersion(call, { name, type, version, ...described(call, input, existing), ...(type === "SecureString" ? { sealed: sealOf(call) } : {}) });
    if (tags.length > 0) parameterTags(call).put(name, tags);
    return { Version: version, Tier: "Standard" };
  },
};

function refuseUnimplemented(input: PutParameterInput): void {
  const isText = input.DataType === undefined || input.DataType === "" || input.DataType === "text";
  const unimplemented = [
    ["Tier", input.Tier !== undefined && input.Tier !== "Standard"],
    ["KeyId", input.KeyId !== undefined && input.KeyId !== "alias/aws/ssm"],
    ["DataType", !isText],
    ["Policies", input.Policies !== undefined],
  ] as const;
  const found = unimplemented.find(([, isGiven]) => isGiven);
  if (found) throw new AwsError("NotImplemented", `landfall's emulator does not implement ${found[0]} of ssm:PutParameter as it was given`);
}

/** What a version says about itself. Unconfirmed: that a description and a pattern stay when an update leaves them out. */
function described({ now, principal }: Call, input: PutParameterInput, before: ParameterVersion | undefined) {
  const description = input.Description ?? before?.description;
  const allowedPattern = input.AllowedPattern ?? before?.allowedPattern;
  return {
    value: input.Value,
    modifiedAt: now,
    modifiedBy: principal.arn,
    ...(description === undefined ? {} : { description }),
    ...(allowedPattern === undefined ? {} : { allowedPattern }),
  };
}

/** A version with a label is never pushed out. Source: Systems Manager API Reference, "ParameterMaxVersionLimitExceeded". */
function refuseLabeled(call: Call, name: string, version: number): void {
  const oldest = version > KEPT_VERSIONS ? findParameter(call, name, version - KEPT_VERSIONS) : undefined;
  if (!oldest?.labels?.length) return;
  throw new AwsError("ParameterMaxVersionLimitExceeded", `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${oldest.version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`);
}

function refuseValue({ Value: value, AllowedPattern, Overwrite, Tags }: PutParameterInput): void {
  if (Overwrite && Tags?.length) {
    throw validation("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
  }
  if (AllowedPattern && !patternOf(AllowedPattern).test(value)) {
    throw new AwsError("ParameterPatternMismatchException", `Parameter value, cannot be validated against allowedPattern: ${AllowedPattern}`);
  }
  if (/\{\{.*\}\}/s.test(value)) throw validation('Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.');
  if (Buffer.byteLength(value) > LARGEST_VALUE) {
    throw validation(
      `Standard tier parameters support a maximum parameter value of ${LARGEST_VALUE} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
    );
  }
}

/** AWS reads patterns as Java does; here one means what JavaScript takes it for. */
function patternOf(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, "u");
  } catch {
    throw new AwsError("InvalidAllowedPatternException", `The request does not meet the regular expression requirement: ${text}`);
  }
}

/** Unconfirmed: whether AWS still refuses every change of type. */
const typeMismatch = (): AwsError =>
  new AwsError("HierarchyTypeMismatchException", "Parameter Store doesn't support changing a parameter type in a hierarchy. You must create a new, unique parameter.");

/** KMS is not emulated: this stands where its ciphertext would, and nothing can be read from it. */
const sealOf = ({ world }: Call): string => Buffer.from(world.randomId(96)).toString("base64");
