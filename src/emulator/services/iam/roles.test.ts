import {
  AddRoleToInstanceProfileCommand, AttachRolePolicyCommand, CreateInstanceProfileCommand, CreateRoleCommand, DeleteRoleCommand, DeleteRolePolicyCommand,
  DetachRolePolicyCommand, GetRoleCommand, ListRolesCommand, PutRolePolicyCommand, RemoveRoleFromInstanceProfileCommand, UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand, UpdateRoleDescriptionCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage, trust, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const create = (RoleName: string, more: object = {}) =>
  stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ Service: "ec2.amazonaws.com" }), ...more }));
const get = async (RoleName: string) => (await stage.iam().send(new GetRoleCommand({ RoleName }))).Role;
const drop = (RoleName: string): Promise<unknown> => stage.iam().send(new DeleteRoleCommand({ RoleName }));

describe("roles", () => {
  it("have an id, an ARN, a description, a duration and tags", async () => {
    await create("app", { Path: "/apps/", Description: "For ä.", MaxSessionDuration: 7_200, Tags: [{ Key: "a", Value: "b" }] });
    expect(await get("app")).toEqual({
      RoleName: "app", Path: "/apps/", Arn: `arn:aws:iam::${MANAGEMENT}:role/apps/app`, RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/) as string,
      CreateDate: new Date(stage.clock.now()), Description: "For ä.", MaxSessionDuration: 7_200, Tags: [{ Key: "a", Value: "b" }], RoleLastUsed: {},
      AssumeRolePolicyDocument: expect.any(String) as string,
    });
  });

  it("show their trust policy percent-encoded, character by character as it was given", async () => {
    const document = ` ${trust({ Service: "ec2.amazonaws.com" }, { Sid: "It'sFine" })}\n`;
    await create("app", { AssumeRolePolicyDocument: document });
    const shown = (await get("app"))?.AssumeRolePolicyDocument ?? "";
    expect(shown).toMatch(/^%20%7B%22Version%22%3A%222012-10-17%22/);
    expect(shown).toContain("It%27sFine");
    expect(decodeURIComponent(shown)).toBe(document);
  });

  it("have names that differ by more than case, and no path of AWS", async () => {
    await create("app");
    expect(await failure(create("APP"))).toBe("EntityAlreadyExists: Role with name APP already exists.");
    expect(await failure(create("x", { Path: "/aws-service-role/x/" }))).toContain("InvalidInput");
    expect(await failure(get("App"))).toBe("NoSuchEntity: The role with name App cannot be found.");
  });

  it("last an hour at least and twelve at most", async () => {
    expect(await failure(create("short", { MaxSessionDuration: 3_599 }))).toContain("at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600");
    expect(await failure(create("long", { MaxSessionDuration: 43_201 }))).toContain("less than or equal to 43200");
  });

  it("are updated: a duration that is not given is an hour again, a description stays", async () => {
    await create("app", { Description: "one", MaxSessionDuration: 7_200 });
    await stage.iam().send(new UpdateRoleCommand({ RoleName: "app" }));
    expect(await get("app")).toMatchObject({ Description: "one", MaxSessionDuration: 3_600 });
    const { Role } = await stage.iam().send(new UpdateRoleDescriptionCommand({ RoleName: "app", Description: "two" }));
    expect(Role?.Description).toBe("two");
  });

  it("take another trust policy", async () => {
    await create("app");
    await stage.iam().send(new UpdateAssumeRolePolicyCommand({ RoleName: "app", PolicyDocument: trustAccount(MANAGEMENT) }));
    expect(decodeURIComponent((await get("app"))?.AssumeRolePolicyDocument ?? "")).toBe(trustAccount(MANAGEMENT));
    const long = trust({ Service: Array.from({ length: 80 }, (_, index) => `service-number-${index}.amazonaws.com`) });
    expect(await failure(stage.iam().send(new UpdateAssumeRolePolicyCommand({ RoleName: "app", PolicyDocument: long })))).toBe("LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048");
  });

  it("are listed by name, in pages, without what only GetRole shows", async () => {
    for (const name of ["c", "a", "b"]) await create(name, { Path: "/p/", Tags: [{ Key: "k", Value: "v" }] });
    const first = await stage.iam().send(new ListRolesCommand({ PathPrefix: "/p/", MaxItems: 2 }));
    const second = await stage.iam().send(new ListRolesCommand({ PathPrefix: "/p/", Marker: first.Marker }));
    expect([first, second].map(({ Roles }) => Roles?.map(({ RoleName }) => RoleName))).toEqual([["a", "b"], ["c"]]);
    expect(first.Roles?.[0]).not.toHaveProperty("Tags");
  });

  it("go only when nothing hangs on them", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    await create("app");
    await stage.iam().send(new CreateInstanceProfileCommand({ InstanceProfileName: "profile" }));
    await stage.iam().send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "profile", RoleName: "app" }));
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "app", PolicyArn }));
    await stage.iam().send(new PutRolePolicyCommand({ RoleName: "app", PolicyName: "p", PolicyDocument: allow("s3:*") }));
    expect(await failure(drop("app"))).toBe("DeleteConflict: Cannot delete entity, must remove roles from instance profile first.");
    await stage.iam().send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: "profile", RoleName: "app" }));
    expect(await failure(drop("app"))).toBe("DeleteConflict: Cannot delete entity, must detach all policies first.");
    await stage.iam().send(new DetachRolePolicyCommand({ RoleName: "app", PolicyArn }));
    expect(await failure(drop("app"))).toBe("DeleteConflict: Cannot delete entity, must delete policies first.");
    await stage.iam().send(new DeleteRolePolicyCommand({ RoleName: "app", PolicyName: "p" }));
    await drop("app");
    expect(await failure(get("app"))).toContain("NoSuchEntity");
  });

  it("tell when and where a session of theirs was last used", async () => {
    const { Role } = await create("ops", { AssumeRolePolicyDocument: trustAccount(MANAGEMENT) });
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "ops", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    const session = await stage.assume(Role?.Arn ?? "");
    expect((await get("ops"))?.RoleLastUsed).toEqual({});
    await stage.iam(session).send(new ListRolesCommand({}));
    expect((await get("ops"))?.RoleLastUsed).toEqual({ LastUsedDate: new Date(stage.clock.now()), Region: "us-east-1" });
  });
});
