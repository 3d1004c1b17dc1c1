import { createHash } from "node:crypto";
import { AttachRolePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, policy, Stage } from "../iam/testing/stage.ts";

let stage: Stage;
const arn = (name: string): string => `arn:aws:iam::${MANAGEMENT}:role/${name}`;

async function role(RoleName: string, Action: string | readonly string[], Condition?: object): Promise<void> {
  const document = policy({ Effect: "Allow", Principal: { AWS: MANAGEMENT }, Action, Condition });
  await stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document }));
  await stage.iam().send(new AttachRolePolicyCommand({ RoleName, PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
}

beforeEach(async () => {
  stage = await Stage.open();
  await role("plain", "sts:AssumeRole");
  await role("taggable", ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]);
});

const tags = (...pairs: readonly string[]) => pairs.map((pair) => ({ Key: pair.split("=")[0], Value: pair.split("=")[1] }));

describe("session tags", () => {
  it("need that the role lets sessions be tagged", async () => {
    await stage.assume(arn("taggable"), undefined, { Tags: tags("team=red") });
    expect(await failure(stage.assume(arn("plain"), undefined, { Tags: tags("team=red") }))).toBe(
      `AccessDenied: User: arn:aws:iam::${MANAGEMENT}:user/admin is not authorized to perform: sts:TagSession on resource: ${arn("plain")}`,
    );
  });

  it("are told to policies as tags of the principal, over those of the role", async () => {
    await role("red-only", "sts:AssumeRole", { StringEquals: { "aws:PrincipalTag/team": "red" } });
    await stage.assume(arn("red-only"), await stage.assume(arn("taggable"), undefined, { Tags: tags("team=red") }));
    expect(await failure(stage.assume(arn("red-only"), await stage.assume(arn("taggable"))))).toContain("AccessDenied");
  });

  it("can be asked for by key and value", async () => {
    await role("strict", ["sts:AssumeRole", "sts:TagSession"], { StringEquals: { "aws:RequestTag/team": "red" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } });
    await stage.assume(arn("strict"), undefined, { Tags: tags("team=red") });
    expect(await failure(stage.assume(arn("strict"), undefined, { Tags: tags("team=blue") }))).toContain("AccessDenied");
    expect(await failure(stage.assume(arn("strict"), undefined, { Tags: tags("team=red", "more=1") }))).toContain("AccessDenied");
  });

  it("that are transitive go along a chain, where they cannot be given again", async () => {
    await role("red-only", ["sts:AssumeRole", "sts:TagSession"], { StringEquals: { "aws:PrincipalTag/team": "red" } });
    const first = await stage.assume(arn("taggable"), undefined, { Tags: tags("team=red", "other=1"), TransitiveTagKeys: ["team"] });
    const second = await stage.assume(arn("taggable"), first);
    await stage.assume(arn("red-only"), second);
    expect(await failure(stage.assume(arn("taggable"), first, { Tags: tags("Team=blue") }))).toBe(
      "InvalidParameterValue: One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
    await stage.assume(arn("taggable"), first, { Tags: tags("other=2") });
  });

  it("have keys that differ by more than case, and transitive keys are among them", async () => {
    expect(await failure(stage.assume(arn("taggable"), undefined, { Tags: tags("a=1", "A=2") }))).toBe("InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    expect(await failure(stage.assume(arn("taggable"), undefined, { Tags: tags("a=1"), TransitiveTagKeys: ["b"] }))).toBe("InvalidParameterValue: The specified transitive tag key must be included in the requested tags.");
    expect(await failure(stage.assume(arn("taggable"), undefined, { Tags: tags("aws:x=1") }))).toContain("InvalidParameterValue");
  });

  it("take room in the token", async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ Key: `key-${index}`, Value: createHash("sha512").update(String(index)).digest("base64url") }));
    expect(await failure(stage.assume(arn("taggable"), undefined, { Tags: many }))).toMatch(/^PackedPolicyTooLarge: Packed size of session tags consumes \d+% of allotted space\.$/);
  });
});

describe("a source identity", () => {
  it("needs that the role lets it be set, and comes back", async () => {
    const { SourceIdentity } = await stage.sts().send(new AssumeRoleCommand({ RoleArn: arn("taggable"), RoleSessionName: "s1", SourceIdentity: "ann" }));
    expect(SourceIdentity).toBe("ann");
    expect(await failure(stage.assume(arn("plain"), undefined, { SourceIdentity: "ann" }))).toContain("sts:SetSourceIdentity");
    expect(await failure(stage.assume(arn("taggable"), undefined, { SourceIdentity: "aws:ann" }))).toContain("ValidationError");
  });

  it("stays through a chain, whose roles must let it", async () => {
    await role("ann-only", ["sts:AssumeRole", "sts:SetSourceIdentity"], { StringEquals: { "aws:SourceIdentity": "ann" } });
    const first = await stage.assume(arn("taggable"), undefined, { SourceIdentity: "ann" });
    await stage.assume(arn("ann-only"), first);
    expect(await failure(stage.assume(arn("plain"), first))).toContain("sts:SetSourceIdentity");
    expect(await failure(stage.assume(arn("taggable"), first, { SourceIdentity: "bob" }))).toContain("AccessDenied: The source identity of a session can't be changed.");
  });
});
