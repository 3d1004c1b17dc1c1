import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../src/emulator/operation.ts";
import { SERVICES } from "../../src/emulator/services/index.ts";
import { isInstalled } from "./kit/installed-programs.ts";

/**
 * Prints AWS's API models as the AWS CLI's library carries them: of every operation the errors, by their names on the wire, and
 * the constraints of its input's members, by path.
 */
const PROGRAM = `
import botocore.session, json
session = botocore.session.get_session()
models = {}
def constraints(shape, path, found, depth=0):
    for name, member in shape.members.items() if depth < 3 else ():
        at = path + name
        while member:
            given = {key: member.metadata[key] for key in ("min", "max") if member.metadata.get(key) is not None}
            if getattr(member, "enum", None): given["values"] = list(member.enum)
            if member.metadata.get("pattern", "[\\\\s\\\\S]*") != "[\\\\s\\\\S]*": given["pattern"] = True
            if name in shape.required_members and not at.endswith("[]"): given["required"] = True
            found[at] = given
            if member.type_name == "structure": constraints(member, at + ".", found, depth + 1)
            at, member = at + "[]", member.member if member.type_name == "list" else None
    return found
for ours, theirs in json.loads(${JSON.stringify(JSON.stringify({ organizations: "organizations", account: "account", iam: "iam", sts: "sts", ssm: "ssm", "service-quotas": "service-quotas", "resource-groups-tagging-api": "resourcegroupstaggingapi" }))}).items():
    model = session.get_service_model(theirs)
    models[ours] = {}
    for name in model.operation_names:
        operation = model.operation_model(name)
        errors = [shape.error_code or shape.name for shape in operation.error_shapes]
        models[ours][name] = {"errors": errors, "input": constraints(operation.input_shape, "", {}) if operation.input_shape else {}}
print(json.dumps(models))
`;

type Given = Omit<Constraint, "pattern"> & { readonly pattern?: boolean };
type Models = Readonly<Record<string, Readonly<Record<string, { readonly errors: readonly string[]; readonly input: Readonly<Record<string, Given>> }>>>>;

/** What every operation of a service may answer, which the models leave out. Sources: the API references, "Common Errors"; NotImplemented is the emulator's own. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  iam: ["AccessDenied", "ValidationError"],
  sts: ["AccessDenied", "ValidationError", "InvalidParameterValue"],
  ssm: ["AccessDeniedException", "ValidationException"],
};

/** Errors of the emulator that the models leave out at an operation, where AWS is known or taken to answer them all the same. */
const BEYOND: Readonly<Record<string, readonly string[]>> = {
  // A permissions boundary that is not there.
  "iam CreateRole": ["NoSuchEntity"],
  // Unconfirmed: how AWS refuses a role that is no service-linked one.
  "iam DeleteServiceLinkedRole": ["InvalidInput"],
  // Unconfirmed: what AWS says of its own tags; the other Untag operations have this error.
  "iam UntagRole": ["InvalidInput"],
  "iam UntagUser": ["InvalidInput"],
  // Unconfirmed: as of AddTagsToResource.
  "ssm PutParameter": ["TooManyTagsError"],
};

const isThere = isInstalled("python3", "--version", "the comparison with AWS's API models") && spawnSync("python3", ["-c", "import botocore"]).status === 0;

/** Constraints of the emulator's own, by operation and member. What an API page says in words is no part of a model. */
const STRICTER: Readonly<Record<string, string>> = {
  "ssm PutParameter Value": "an empty value is refused",
  "sts AssumeRole Policy": "2,048 characters, by the API page",
  "sts AssumeRole PolicyArns": "ten, by the API page",
  "sts GetFederationToken PolicyArns": "ten, by the API page",
  "resource-groups-tagging-api GetResources ResourcesPerPage": "one to a hundred, by the API page",
  "resource-groups-tagging-api GetResources ResourceTypeFilters": "a hundred, by the API page",
  // The SDK's model and this one differ.
  "iam AttachUserPolicy UserName": "as of the other operations about users",
  "iam DetachUserPolicy UserName": "as of the other operations about users",
  "iam ListAttachedUserPolicies UserName": "as of the other operations about users",
  // Keys never expire here.
  "iam UpdateAccessKey Status": "Active or Inactive",
};

/** What is refused as a whole by name, whatever its form. */
const REFUSED = ["AddPrivateKey", "RemovePrivateKey", "ProvidedContexts"];

/** What a model says about members that the emulator checks otherwise; required members are read from the SDK's own schemas. */
function differences(declared: Readonly<Record<string, Constraint>>, given: Readonly<Record<string, Given>>): readonly string[] {
  const strange = Object.keys(declared).filter((path) => !(path in given)).map((path) => `${path} is no member`);
  const other = Object.entries(given).flatMap(([path, model]) => {
    const ours = declared[path] ?? {};
    const isSame =
      (model.min ?? 0) === (ours.min ?? 0) && model.max === ours.max && !(model.pattern && !ours.pattern && !ours.values) &&
      (model.values ?? []).every((value) => ours.values?.includes(value)) && (!ours.required || model.required === true || path.includes("."));
    return isSame || REFUSED.includes(path.split(/[[.]/)[0] ?? "") ? [] : [path];
  });
  return [...strange, ...other];
}

describe.skipIf(!isThere)("as in AWS's models", () => {
  const models = isThere ? (JSON.parse(spawnSync("python3", ["-c", PROGRAM], { maxBuffer: 1 << 26 }).stdout.toString()) as Models) : {};
  // A model that is older than the SDK lacks the newest operations.
  const known = SERVICES.map(({ id, operations }) => [id, operations.flatMap(({ name, errors, input }) => (models[id]?.[name] === undefined ? [] : [{ name, errors, input, model: models[id][name] }]))] as const);

  it.each(known)("are the errors that operations of %s declare", (service, operations) => {
    const strange = operations.flatMap(({ name, errors, model }) => {
      const allowed = new Set([...model.errors, ...(COMMON[service] ?? []), ...(BEYOND[`${service} ${name}`] ?? []), "NotImplemented"]);
      return [...new Set(errors.map((error) => error.split(".")[0] ?? ""))].filter((code) => !allowed.has(code)).map((code) => `${name}: ${code}`);
    });
    expect(strange).toEqual([]);
  });

  it.each(known)("are the lengths, patterns and values that inputs of %s are held to", (service, operations) => {
    const strange = operations.flatMap(({ name, input, model }) => differences(input, model.input).map((path) => `${service} ${name} ${path}`));
    expect(strange.filter((place) => !(place in STRICTER))).toEqual([]);
  });
});
