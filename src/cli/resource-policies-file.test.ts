import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acme } from "../access/testing/acme.ts";
import { readResourcePolicies } from "./resource-policies-file.ts";

const model = acme();
const folder = mkdtempSync(join(tmpdir(), "landfall-policies-"));
const read = (content: unknown) => {
  writeFileSync(join(folder, "p.json"), typeof content === "string" ? content : JSON.stringify(content));
  return readResourcePolicies(model, "p.json", folder);
};
const file = (accounts: object): object => ({ format: "landfall.resource-policies/1", collectedAt: "2026-11-23T08:00:00Z", accounts });
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" }] };
const bucket = (more: object = {}): object => ({ resource: "arn:aws:s3:::logs", policy: POLICY, ...more });

describe("a file of resource policies", () => {
  it("tells them by account, also as the text that AWS's commands print", async () => {
    const told = await read(file({ "log-archive": { complete: ["s3"], policies: [bucket({ purpose: "published" }), bucket({ policy: JSON.stringify(POLICY) })] }, "222222222222": { complete: ["kms"], policies: [] } }));
    expect(told.resources.map(({ account, policy, purpose }) => [account, policy.Statement, purpose])).toEqual([["account:log-archive", POLICY.Statement, "published"], ["account:log-archive", POLICY.Statement, undefined]]);
    expect(told.complete).toEqual(new Map([["account:log-archive", new Set(["s3", "kms"])]]));
    expect(told.collectedAt).toBe("2026-11-23T08:00:00Z");
  });

  it.each([
    ["no JSON", "{"],
    ["another format", { ...file({}), format: "landfall.resource-policies/2" }],
    ["a member that is not known", { ...file({}), region: "eu-west-1" }],
    ["a service whose resources have no such policies", file({ "log-archive": { complete: ["s4"], policies: [] } })],
    ["a resource that is no ARN", file({ "log-archive": { policies: [bucket({ resource: "logs" })] } })],
    ["a resource of another account", file({ "log-archive": { policies: [bucket({ resource: "arn:aws:sqs:eu-west-1:333333333333:jobs" })] } })],
    ["a policy that is none", file({ "log-archive": { policies: [bucket({ policy: { Statement: "all" } })] } })],
  ])("is refused with %s", async (_, content) => {
    await expect(read(content)).rejects.toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3207" })] }));
  });

  it("is told apart from what is no JSON", async () => {
    await expect(read("{")).rejects.toThrow(/ is no JSON: /);
  });

  it("is refused for an account that there is not", async () => {
    await expect(read(file({ "log-archiv": { policies: [] } }))).rejects.toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3201" })] }));
  });
});
