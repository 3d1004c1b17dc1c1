import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { implementedOperations } from "../../src/emulator/index.ts";
import { isInstalled } from "./kit/installed-programs.ts";

/** Prints AWS's API models as the AWS CLI's library carries them: the errors of every operation, and each error's name on the wire. */
const PROGRAM = `
import botocore.session, json
session = botocore.session.get_session()
models = {}
for ours, theirs in json.loads(${JSON.stringify(JSON.stringify({ organizations: "organizations", account: "account", iam: "iam", sts: "sts", ssm: "ssm", "service-quotas": "service-quotas", "resource-groups-tagging-api": "resourcegroupstaggingapi" }))}).items():
    model = session.get_service_model(theirs)
    models[ours] = {name: [shape.error_code or shape.name for shape in model.operation_model(name).error_shapes] for name in model.operation_names}
print(json.dumps(models))
`;

type Models = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

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

describe.skipIf(!isThere)("the errors that the emulator declares", () => {
  const models = isThere ? (JSON.parse(spawnSync("python3", ["-c", PROGRAM], { maxBuffer: 1 << 26 }).stdout.toString()) as Models) : {};

  it.each([...implementedOperations()])("of %s are those of the operations in AWS's models", (service, operations) => {
    const strange = operations.flatMap(({ name, errors }) => {
      // A model that is older than the SDK lacks the newest operations.
      const known = models[service]?.[name];
      const allowed = new Set([...(known ?? []), ...(COMMON[service] ?? []), ...(BEYOND[`${service} ${name}`] ?? []), "NotImplemented"]);
      const codes = new Set(errors.map((error) => error.split(".")[0] ?? ""));
      return known === undefined ? [] : [...codes].filter((code) => !allowed.has(code)).map((code) => `${name}: ${code}`);
    });
    expect(strange).toEqual([]);
  });
});
