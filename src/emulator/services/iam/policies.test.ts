import {
  AttachUserPolicyCommand, CreatePolicyCommand, CreatePolicyVersionCommand, DeletePolicyCommand, DeletePolicyVersionCommand, DetachUserPolicyCommand, GetPolicyCommand,
  GetPolicyVersionCommand, ListPoliciesCommand, ListPolicyVersionsCommand, SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const arn = (name: string): string => `arn:aws:iam::${MANAGEMENT}:policy/${name}`;
const create = (PolicyName: string, PolicyDocument = allow("s3:*"), more: object = {}) =>
  stage.iam().send(new CreatePolicyCommand({ PolicyName, PolicyDocument, ...more }));
const version = (PolicyArn: string, SetAsDefault?: boolean, PolicyDocument = allow("ec2:*")) =>
  stage.iam().send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault }));
const names = async (input: object): Promise<(string | undefined)[]> =>
  ((await stage.iam().send(new ListPoliciesCommand(input))).Policies ?? []).map(({ PolicyName }) => PolicyName);

describe("managed policies", () => {
  it("of the customer have an id, an ARN, a description and tags", async () => {
    await create("store", allow("s3:*"), { Path: "/data/", Description: "d", Tags: [{ Key: "a", Value: "b" }] });
    expect((await stage.iam().send(new GetPolicyCommand({ PolicyArn: arn("data/store") }))).Policy).toEqual({
      PolicyName: "store", PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/) as string, Arn: arn("data/store"), Path: "/data/", DefaultVersionId: "v1",
      AttachmentCount: 0, PermissionsBoundaryUsageCount: 0, IsAttachable: true, Description: "d", Tags: [{ Key: "a", Value: "b" }],
      CreateDate: new Date(stage.clock.now()), UpdateDate: new Date(stage.clock.now()),
    });
  });

  it("have one name each, and are found by their whole ARN", async () => {
    await create("store", undefined, { Path: "/data/" });
    expect(await failure(create("STORE"))).toBe("EntityAlreadyExists: A policy called STORE already exists. Duplicate names are not allowed.");
    expect(await failure(stage.iam().send(new GetPolicyCommand({ PolicyArn: arn("store") })))).toBe(`NoSuchEntity: Policy ${arn("store")} was not found.`);
  });

  it("hold 6,144 characters, white space not counted", async () => {
    const long = allow("s3:*", Array.from({ length: 140 }, (_, index) => `arn:aws:s3:::a-rather-long-name-of-a-bucket-${index}`));
    expect(await failure(create("long", long))).toBe("LimitExceeded: Cannot exceed quota for PolicySize: 6144");
    await create("spaced", allow("s3:*") + " ".repeat(7_000));
  });

  it("of AWS are there in every account, told exactly where they are short", async () => {
    const { Policy } = await stage.iam().send(new GetPolicyCommand({ PolicyArn: ADMIN }));
    expect(Policy).toMatchObject({ PolicyId: "ANPAIWMBCKSKIEE64ZLYK", AttachmentCount: 1, CreateDate: new Date("2015-02-06T18:39:46Z") });
    const { PolicyVersion } = await stage.iam().send(new GetPolicyVersionCommand({ PolicyArn: ADMIN, VersionId: "v1" }));
    expect(JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ""))).toEqual({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
    expect(await names({ Scope: "AWS", PathPrefix: "/job-function/" })).toContain("ViewOnlyAccess");
  });

  it("of AWS whose document or existence is not known here are refused by name, never made up", async () => {
    const readOnly = new GetPolicyVersionCommand({ PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess", VersionId: "v1" });
    expect(await failure(stage.iam().send(readOnly))).toBe("NotImplemented: landfall's emulator does not implement the document of v1 of arn:aws:iam::aws:policy/ReadOnlyAccess");
    const other = new GetPolicyCommand({ PolicyArn: "arn:aws:iam::aws:policy/AmazonBraketFullAccess" });
    expect(await failure(stage.iam().send(other))).toBe("NotImplemented: landfall's emulator does not implement the AWS managed policy arn:aws:iam::aws:policy/AmazonBraketFullAccess");
  });

  it("of AWS cannot be changed", async () => {
    for (const call of [new DeletePolicyCommand({ PolicyArn: ADMIN }), new DeletePolicyVersionCommand({ PolicyArn: ADMIN, VersionId: "v1" })]) {
      expect(await failure(stage.iam().send(call as DeletePolicyCommand))).toMatch(/^AccessDenied: .* on resource: policy arn:aws:iam::aws:policy\/AdministratorAccess$/);
    }
  });

  it("are listed by owner, path and use", async () => {
    await create("b");
    await create("a", undefined, { Path: "/x/" });
    expect(await names({ Scope: "Local" })).toEqual(["a", "b"]);
    expect(await names({ Scope: "Local", PathPrefix: "/x/" })).toEqual(["a"]);
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "admin", PolicyArn: arn("b") }));
    expect(await names({ Scope: "Local", OnlyAttached: true })).toEqual(["b"]);
    expect(await names({ OnlyAttached: true })).toEqual(["AdministratorAccess", "AWSOrganizationsServiceTrustPolicy", "b"]);
  });

  it("go only when nobody has them and one version is left", async () => {
    await create("p");
    const drop = (): Promise<unknown> => stage.iam().send(new DeletePolicyCommand({ PolicyArn: arn("p") }));
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "admin", PolicyArn: arn("p") }));
    expect(await failure(drop())).toBe("DeleteConflict: Cannot delete a policy attached to entities.");
    await stage.iam().send(new DetachUserPolicyCommand({ UserName: "admin", PolicyArn: arn("p") }));
    await version(arn("p"));
    expect(await failure(drop())).toContain("DeleteConflict: This policy has more than one version.");
    await stage.iam().send(new DeletePolicyVersionCommand({ PolicyArn: arn("p"), VersionId: "v2" }));
    await drop();
    expect(await failure(drop())).toContain("NoSuchEntity");
  });
});

describe("policy versions", () => {
  it("are five at most, and never numbered twice", async () => {
    await create("p");
    for (let count = 0; count < 4; count += 1) await version(arn("p"));
    expect(await failure(version(arn("p")))).toContain("LimitExceeded: A managed policy can have up to 5 versions.");
    await stage.iam().send(new DeletePolicyVersionCommand({ PolicyArn: arn("p"), VersionId: "v5" }));
    expect((await version(arn("p"))).PolicyVersion?.VersionId).toBe("v6");
  });

  it("take effect when they become the default, which cannot be deleted", async () => {
    await create("p");
    expect((await version(arn("p"))).PolicyVersion?.IsDefaultVersion).toBe(false);
    await stage.iam().send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn("p"), VersionId: "v2" }));
    expect(await failure(stage.iam().send(new DeletePolicyVersionCommand({ PolicyArn: arn("p"), VersionId: "v2" })))).toBe("DeleteConflict: Cannot delete the default version of a policy.");
    await version(arn("p"), true);
    expect((await stage.iam().send(new GetPolicyCommand({ PolicyArn: arn("p") }))).Policy?.DefaultVersionId).toBe("v3");
  });

  it("are listed newest first, in pages", async () => {
    await create("p");
    await version(arn("p"));
    const first = await stage.iam().send(new ListPolicyVersionsCommand({ PolicyArn: arn("p"), MaxItems: 1 }));
    const second = await stage.iam().send(new ListPolicyVersionsCommand({ PolicyArn: arn("p"), Marker: first.Marker }));
    expect([first, second].map(({ Versions }) => Versions?.map(({ VersionId }) => VersionId))).toEqual([["v2"], ["v1"]]);
  });

  it("that do not exist are not found", async () => {
    await create("p");
    expect(await failure(stage.iam().send(new GetPolicyVersionCommand({ PolicyArn: arn("p"), VersionId: "v9" })))).toContain("NoSuchEntity");
    expect(await failure(version(arn("none")))).toContain("NoSuchEntity");
    expect(await failure(version(arn("p"), false, "{}"))).toBe("MalformedPolicyDocument: Syntax errors in policy.");
  });
});
