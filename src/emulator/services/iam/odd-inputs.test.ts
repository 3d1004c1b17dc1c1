import * as Iam from "@aws-sdk/client-iam";
import * as Sts from "@aws-sdk/client-sts";
import { type Arbitrary, array, assert, asyncProperty, boolean, constant, constantFrom, oneof, record } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS, loadModel, type OperationShape } from "../../protocols/index.ts";
import { sts } from "../sts/index.ts";
import { iam } from "./index.ts";
import { allow, failure, MANAGEMENT, Stage, trust, trustAccount } from "./testing/stage.ts";

/** Texts that mean something to one member or another. */
const TEXTS = [
  "", "a", "admin", "Admin", "role", "__proto__", "constructor", "x".repeat(3_000), "é", "a b", "/", "/path/", "v1", "Active", "All", "{", "null", "12", "sts.amazonaws.com", "https://example.com/x",
  "AWSServiceRoleForOrganizations", "config.amazonaws.com", MANAGEMENT, "123456", `arn:aws:iam::${MANAGEMENT}:role/role`, `arn:aws:iam::${MANAGEMENT}:user/admin`, `arn:aws:iam::${MANAGEMENT}:policy/own`,
  "arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy", `arn:aws:iam::${MANAGEMENT}:saml-provider/a`, `arn:aws:iam::${MANAGEMENT}:oidc-provider/example.com/x`,
  allow("s3:*"), trust({ AWS: "*" }), trustAccount(MANAGEMENT), '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":[]},"Action":[]}]}', "YWZ0ZXIgYQ==",
];

type Shape = OperationShape["input"]["members"] extends ReadonlyMap<string, { readonly shape: infer S }> ? S : never;

function valueOf(shape: Shape, depth = 0): Arbitrary<unknown> {
  switch (shape.kind) {
    case "number":
      return constantFrom(-1, 0, 1, 2, 900, 3_600, 1e9);
    case "boolean":
      return boolean();
    case "list":
      return depth > 3 ? constant([]) : array(valueOf(shape.member.shape, depth + 1), { maxLength: 3 });
    case "structure":
      return inputOf(shape.members, depth + 1);
    default:
      return constantFrom(...TEXTS);
  }
}

const inputOf = (members: ReadonlyMap<string, { readonly shape: Shape }>, depth = 0): Arbitrary<Record<string, unknown>> =>
  record(Object.fromEntries(Array.from(members, ([name, { shape }]) => [name, oneof({ arbitrary: valueOf(shape, depth), weight: 3 }, { arbitrary: constant(undefined), weight: 1 })])));

const commands: Readonly<Record<string, unknown>> = { ...Iam, ...Sts };
let stage: Stage;
const shapes = new Map<string, OperationShape>();

beforeAll(async () => {
  stage = await Stage.open();
  await stage.iam().send(new Iam.CreateRoleCommand({ RoleName: "role", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
  await stage.iam().send(new Iam.CreatePolicyCommand({ PolicyName: "own", PolicyDocument: allow("s3:*") }));
  for (const id of ["iam", "sts"]) {
    const model = await loadModel(ENDPOINTS.find((endpoint) => endpoint.id === id) ?? expect.fail());
    for (const [name, shape] of model.operations) shapes.set(name, shape);
  }
});

describe("whatever comes in", () => {
  it.each([...iam.operations, ...sts.operations].map(({ name }) => name).filter((name) => name !== "DeleteUser"))("%s answers or refuses, and is never a defect", async (name) => {
    const shape = shapes.get(name) ?? expect.fail();
    const Command = commands[`${name}Command`] as new (input: object) => Iam.GetUserCommand;
    const client = sts.operations.some((operation) => operation.name === name) ? (stage.sts() as unknown as Iam.IAMClient) : stage.iam();
    await assert(
      asyncProperty(inputOf(shape.input.members), async (input) => {
        const answer = await failure(client.send(new Command(input))).catch(() => "answered");
        expect(answer).not.toContain("InternalFailure");
        expect(answer).toMatch(/^(answered|[A-Za-z]+: )/);
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});
