import {
  AttachRolePolicyCommand, CreateServiceLinkedRoleCommand, DeleteRoleCommand, DeleteServiceLinkedRoleCommand, GetRoleCommand, GetServiceLinkedRoleDeletionStatusCommand, ListAttachedRolePoliciesCommand,
  PutRolePermissionsBoundaryCommand, PutRolePolicyCommand, TagRoleCommand, UpdateAssumeRolePolicyCommand, UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const AWSServiceName = "config.amazonaws.com";
const RoleName = "AWSServiceRoleForConfig";
const create = (more: object = {}) => stage.iam().send(new CreateServiceLinkedRoleCommand({ AWSServiceName, ...more }));
const drop = (name = RoleName) => stage.iam().send(new DeleteServiceLinkedRoleCommand({ RoleName: name }));
const status = (DeletionTaskId = "") => stage.iam().send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }));

describe("service-linked roles", () => {
  it("have the name, the path, the trust and the policy of their service", async () => {
    const { Role } = await create({ Description: "d" });
    expect(Role).toMatchObject({ RoleName, Path: `/aws-service-role/${AWSServiceName}/`, Arn: `arn:aws:iam::${MANAGEMENT}:role/aws-service-role/${AWSServiceName}/${RoleName}`, Description: "d" });
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toContain('"Principal":{"Service":"config.amazonaws.com"}');
    const { AttachedPolicies } = await stage.iam().send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies?.[0]?.PolicyArn).toBe("arn:aws:iam::aws:policy/aws-service-role/AWSConfigServiceRolePolicy");
  });

  it("are one per service and suffix", async () => {
    await create();
    expect(await failure(create())).toBe(`InvalidInput: Service role name ${RoleName} has been taken in this account, please try a different suffix.`);
    expect((await create({ CustomSuffix: "two" })).Role?.RoleName).toBe(`${RoleName}_two`);
  });

  it("of services that are not in the list are refused by name", async () => {
    expect(await failure(create({ AWSServiceName: "braket.amazonaws.com" }))).toBe("NotImplemented: landfall's emulator does not implement service-linked roles of braket.amazonaws.com");
  });

  it("can be changed by nobody but AWS; tags alone may be put on", async () => {
    await create();
    const refused = `UnmodifiableEntity: Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`;
    const PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    expect(await failure(stage.iam().send(new AttachRolePolicyCommand({ RoleName, PolicyArn })))).toBe(refused);
    expect(await failure(stage.iam().send(new PutRolePolicyCommand({ RoleName, PolicyName: "p", PolicyDocument: allow("s3:*") })))).toBe(refused);
    expect(await failure(stage.iam().send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: PolicyArn })))).toBe(refused);
    expect(await failure(stage.iam().send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trustAccount(MANAGEMENT) })))).toBe(refused);
    expect(await failure(stage.iam().send(new UpdateRoleCommand({ RoleName })))).toBe(refused);
    expect(await failure(stage.iam().send(new DeleteRoleCommand({ RoleName })))).toBe(refused);
    await stage.iam().send(new TagRoleCommand({ RoleName, Tags: [{ Key: "a", Value: "b" }] }));
  });

  it("are deleted after a while", async () => {
    await create();
    const { DeletionTaskId } = await drop();
    expect(DeletionTaskId).toMatch(new RegExp(`^task/aws-service-role/${AWSServiceName}/${RoleName}/`));
    expect((await drop()).DeletionTaskId).toBe(DeletionTaskId);
    expect((await status(DeletionTaskId)).Status).toBe("IN_PROGRESS");
    stage.clock.advance(5_000);
    expect((await status(DeletionTaskId)).Status).toBe("SUCCEEDED");
    expect(await failure(stage.iam().send(new GetRoleCommand({ RoleName })))).toContain("NoSuchEntity");
    expect(await failure(status("task/none"))).toContain("NoSuchEntity");
  });

  it("of Organizations stay as long as the account is a member", async () => {
    const { DeletionTaskId } = await drop("AWSServiceRoleForOrganizations");
    stage.clock.advance(5_000);
    const { Status, Reason } = await status(DeletionTaskId);
    expect([Status, Reason?.Reason]).toEqual(["FAILED", expect.stringContaining("member of an organization")]);
    expect(await failure(drop("none"))).toContain("NoSuchEntity");
  });
});
