import {
  AddRoleToInstanceProfileCommand, AddUserToGroupCommand, CreateGroupCommand, CreateInstanceProfileCommand, CreatePolicyCommand, CreatePolicyVersionCommand, CreateRoleCommand, GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput, PutGroupPolicyCommand, PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import { allow, MANAGEMENT, Stage, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const iam = stage.iam();
  await iam.send(new CreateGroupCommand({ GroupName: "g" }));
  await iam.send(new PutGroupPolicyCommand({ GroupName: "g", PolicyName: "p", PolicyDocument: allow("s3:*") }));
  await iam.send(new AddUserToGroupCommand({ GroupName: "g", UserName: "admin" }));
  await iam.send(new CreatePolicyCommand({ PolicyName: "own", PolicyDocument: allow("s3:*") }));
  await iam.send(new CreatePolicyVersionCommand({ PolicyArn: `arn:aws:iam::${MANAGEMENT}:policy/own`, PolicyDocument: allow("ec2:*"), SetAsDefault: true }));
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: trustAccount(MANAGEMENT), PermissionsBoundary: `arn:aws:iam::${MANAGEMENT}:policy/own`, Tags: [{ Key: "a", Value: "b" }] }));
  await iam.send(new PutRolePolicyCommand({ RoleName: "r", PolicyName: "p", PolicyDocument: allow("s3:*") }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "i" }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "i", RoleName: "r" }));
});

const details = (input: GetAccountAuthorizationDetailsCommandInput = {}) => stage.iam().send(new GetAccountAuthorizationDetailsCommand(input));

describe("GetAccountAuthorizationDetails", () => {
  it("shows everything and how it hangs together", async () => {
    const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = await details();
    expect(UserDetailList).toMatchObject([{ UserName: "admin", GroupList: ["g"], AttachedManagedPolicies: [{ PolicyName: "AdministratorAccess" }] }]);
    expect(GroupDetailList).toMatchObject([{ GroupName: "g", GroupPolicyList: [{ PolicyName: "p" }] }]);
    expect(decodeURIComponent(GroupDetailList?.[0]?.GroupPolicyList?.[0]?.PolicyDocument ?? "")).toBe(allow("s3:*"));
    expect(RoleDetailList?.find(({ RoleName }) => RoleName === "r")).toMatchObject({
      InstanceProfileList: [{ InstanceProfileName: "i" }], RolePolicyList: [{ PolicyName: "p" }], Tags: [{ Key: "a", Value: "b" }], PermissionsBoundary: { PermissionsBoundaryArn: `arn:aws:iam::${MANAGEMENT}:policy/own` },
    });
    expect(Policies?.map(({ PolicyName }) => PolicyName)).toEqual(["own", "AdministratorAccess", "AWSOrganizationsServiceTrustPolicy"]);
    expect(Policies?.[0]?.PolicyVersionList?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([["v2", true], ["v1", false]]);
  });

  it("comes in pages that go on from one kind to the next", async () => {
    const found: number[] = [];
    let Marker: string | undefined;
    do {
      const page = await details({ MaxItems: 2, Marker });
      found.push([page.UserDetailList, page.GroupDetailList, page.RoleDetailList, page.Policies].reduce((sum, list) => sum + (list?.length ?? 0), 0));
      ({ Marker } = page);
    } while (Marker !== undefined);
    expect(found).toEqual([2, 2, 2, 1]);
  });

  it("shows the kinds that are asked for", async () => {
    const { UserDetailList, RoleDetailList, Policies } = await details({ Filter: ["Role", "AWSManagedPolicy"] });
    expect([UserDetailList?.length, RoleDetailList?.length, Policies?.length]).toEqual([0, 2, 2]);
  });
});
