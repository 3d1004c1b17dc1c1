import {
  AttachRolePolicyCommand, CreatePolicyCommand, CreateRoleCommand, CreateUserCommand, DeleteRolePermissionsBoundaryCommand, DeleteUserPermissionsBoundaryCommand, GetPolicyCommand, GetRoleCommand,
  GetUserCommand, ListEntitiesForPolicyCommand, ListPoliciesCommand, ListUsersCommand, PutRolePermissionsBoundaryCommand, PutUserPermissionsBoundaryCommand, PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, policy, Stage, trustAccount } from "./testing/stage.ts";

let stage: Stage;
const PermissionsBoundary = `arn:aws:iam::${MANAGEMENT}:policy/boundary`;

beforeEach(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreatePolicyCommand({ PolicyName: "boundary", PolicyDocument: allow("iam:GetUser") }));
});

const createRole = (more: object = {}) => stage.iam().send(new CreateRoleCommand({ RoleName: "role", AssumeRolePolicyDocument: trustAccount(MANAGEMENT), ...more }));
const shown = { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: PermissionsBoundary };

describe("permissions boundaries", () => {
  it("are set when something is made, changed and removed", async () => {
    await createRole({ PermissionsBoundary });
    const boundary = async () => (await stage.iam().send(new GetRoleCommand({ RoleName: "role" }))).Role?.PermissionsBoundary;
    expect(await boundary()).toEqual(shown);
    await stage.iam().send(new PutRolePermissionsBoundaryCommand({ RoleName: "role", PermissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" }));
    expect((await boundary())?.PermissionsBoundaryArn).toContain("PowerUserAccess");
    await stage.iam().send(new DeleteRolePermissionsBoundaryCommand({ RoleName: "role" }));
    expect(await boundary()).toBeUndefined();
    expect(await failure(stage.iam().send(new DeleteRolePermissionsBoundaryCommand({ RoleName: "role" })))).toContain("NoSuchEntity");
  });

  it("are for users too", async () => {
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    await stage.iam().send(new PutUserPermissionsBoundaryCommand({ UserName: "ann", PermissionsBoundary }));
    expect((await stage.iam().send(new GetUserCommand({ UserName: "ann" }))).User?.PermissionsBoundary).toEqual(shown);
    await stage.iam().send(new DeleteUserPermissionsBoundaryCommand({ UserName: "ann" }));
    expect(await failure(stage.iam().send(new DeleteUserPermissionsBoundaryCommand({ UserName: "ann" })))).toContain("NoSuchEntity");
  });

  it("must be policies that exist", async () => {
    const none = `arn:aws:iam::${MANAGEMENT}:policy/none`;
    expect(await failure(createRole({ PermissionsBoundary: none }))).toBe(`NoSuchEntity: Scope ARN: ${none} does not exist or is not attachable.`);
    expect(await failure(createRole({ PermissionsBoundary: `arn:aws:iam::${MANAGEMENT}:role/boundary` }))).toContain("InvalidInput");
  });

  it("are counted apart from attachments", async () => {
    await createRole({ PermissionsBoundary });
    const { Policy } = await stage.iam().send(new GetPolicyCommand({ PolicyArn: PermissionsBoundary }));
    expect(Policy).toMatchObject({ AttachmentCount: 0, PermissionsBoundaryUsageCount: 1 });
    const entities = await stage.iam().send(new ListEntitiesForPolicyCommand({ PolicyArn: PermissionsBoundary, PolicyUsageFilter: "PermissionsBoundary" }));
    expect(entities.PolicyRoles).toHaveLength(1);
    const { Policies } = await stage.iam().send(new ListPoliciesCommand({ PolicyUsageFilter: "PermissionsBoundary" }));
    expect(Policies?.map(({ PolicyName }) => PolicyName)).toEqual(["boundary"]);
  });

  it("limit what identity policies allow", async () => {
    await createRole({ PermissionsBoundary });
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "role", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    const session = stage.iam(await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/role`));
    await session.send(new GetUserCommand({ UserName: "admin" }));
    expect(await failure(session.send(new ListUsersCommand({})))).toContain("because no permissions boundary allows the iam:ListUsers action");
  });

  it("can be demanded of whoever makes roles", async () => {
    const demand = policy({ Effect: "Allow", Action: "iam:CreateRole", Resource: "*", Condition: { StringEquals: { "iam:PermissionsBoundary": PermissionsBoundary } } });
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    await stage.iam().send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "p", PolicyDocument: demand }));
    const ann = stage.iam(await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:user/ann` }));
    const create = (more: object) => ann.send(new CreateRoleCommand({ RoleName: "made", AssumeRolePolicyDocument: trustAccount(MANAGEMENT), ...more }));
    expect(await failure(create({}))).toContain("because no identity-based policy allows the iam:CreateRole action");
    await create({ PermissionsBoundary });
  });
});
