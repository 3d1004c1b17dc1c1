import { beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../../operation.ts";
import { ENDPOINTS, loadModel, type ServiceModel } from "../../protocols/index.ts";
import { sts } from "../sts/index.ts";
import { iam } from "./index.ts";
import { deleteConflict, entityAlreadyExists, invalidInput, limitExceeded, malformedPolicyDocument, noSuchEntity, passwordPolicyViolation, policyNotAttachable, protectedRole } from "./errors.ts";

const models = new Map<string, ServiceModel>();

beforeAll(async () => {
  for (const id of ["iam", "sts"]) models.set(id, await loadModel(ENDPOINTS.find((endpoint) => endpoint.id === id) ?? expect.fail()));
});

const cases = [iam, sts].flatMap(({ id, operations }) => operations.map((operation: Operation<never, object>) => [`${id}:${operation.name}`, id, operation] as const));

describe("every operation", () => {
  it.each(cases)("%s is one of the SDK's model, and constrains members that it has", (_, id, operation) => {
    const shape = models.get(id)?.operations.get(operation.name);
    expect(shape?.name).toBe(operation.name);
    const members = Object.keys(operation.input).map((path) => path.split(/[.[]/)[0]);
    expect(members.filter((member) => member !== undefined && !shape?.input.members.has(member))).toEqual([]);
  });

  it("is there once", () => {
    const names = iam.operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the errors of IAM", () => {
  const makers = [deleteConflict, entityAlreadyExists, invalidInput, limitExceeded, malformedPolicyDocument, noSuchEntity, passwordPolicyViolation, policyNotAttachable, protectedRole];

  it.each(makers.map((make) => make("").code))("%s is one of the SDK's model", (code) => {
    expect([...(models.get("iam")?.errors.keys() ?? [])]).toContain(`${code}Exception`);
  });
});
