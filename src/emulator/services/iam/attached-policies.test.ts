import {
  AttachGroupPolicyCommand, AttachRolePolicyCommand, AttachUserPolicyCommand, CreateGroupCommand, CreatePolicyCommand, CreateRoleCommand, DetachGroupPolicyCommand,
  DetachRolePolicyCommand, DetachUserPolicyCommand, ListAttachedGroupPoliciesCommand, ListAttachedRolePoliciesCommand, ListAttachedUserPoliciesCommand, ListEntitiesForPolicyCommand,
} from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage, trustAccount } from "./testing/stage.ts";

let stage: Stage;
const arn = (name: string): string => `arn:aws:iam::${MANAGEMENT}:policy/${name}`;

beforeAll(async () => {
  stage = await Stage.open();
  for (let index = 0; index < 11; index += 1) await stage.iam().send(new CreatePolicyCommand({ PolicyName: `p${index}`, PolicyDocument: allow("s3:*") }));
  await stage.iam().send(new CreateGroupCommand({ GroupName: "g" }));
  await stage.iam().send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
});

/** The same three operations, for each of the three kinds. */
const KINDS = {
  User: {
    attach: (PolicyArn: string, UserName = "admin") => stage.iam().send(new AttachUserPolicyCommand({ UserName, PolicyArn })),
    detach: (PolicyArn: string) => stage.iam().send(new DetachUserPolicyCommand({ UserName: "admin", PolicyArn })),
    list: (input: object) => stage.iam().send(new ListAttachedUserPoliciesCommand({ UserName: "admin", ...input })),
    attached: 1,
  },
  Group: {
    attach: (PolicyArn: string, GroupName = "g") => stage.iam().send(new AttachGroupPolicyCommand({ GroupName, PolicyArn })),
    detach: (PolicyArn: string) => stage.iam().send(new DetachGroupPolicyCommand({ GroupName: "g", PolicyArn })),
    list: (input: object) => stage.iam().send(new ListAttachedGroupPoliciesCommand({ GroupName: "g", ...input })),
    attached: 0,
  },
  Role: {
    attach: (PolicyArn: string, RoleName = "r") => stage.iam().send(new AttachRolePolicyCommand({ RoleName, PolicyArn })),
    detach: (PolicyArn: string) => stage.iam().send(new DetachRolePolicyCommand({ RoleName: "r", PolicyArn })),
    list: (input: object) => stage.iam().send(new ListAttachedRolePoliciesCommand({ RoleName: "r", ...input })),
    attached: 0,
  },
} as const;

describe.each(["User", "Group", "Role"] as const)("policies attached to a %s", (kind) => {
  it("are ten at most, attached once, listed in pages, and detached", async () => {
    const { attach, detach, list, attached } = KINDS[kind];
    for (let index = 0; index < 10 - attached; index += 1) await attach(arn(`p${index}`));
    await attach(arn("p0"));
    expect(await failure(attach(arn("p10")))).toBe(`LimitExceeded: Cannot exceed quota for PoliciesPer${kind}: 10`);
    const first = await list({ MaxItems: 9 });
    const second = await list({ Marker: first.Marker });
    expect([first.AttachedPolicies?.length, first.IsTruncated, second.AttachedPolicies?.length]).toEqual([9, true, 1]);
    expect(second.AttachedPolicies?.[0]).toMatchObject({ PolicyArn: expect.stringContaining(":policy/p") as string });
    await detach(arn("p0"));
    expect(await failure(detach(arn("p0")))).toBe(`NoSuchEntity: Policy ${arn("p0")} was not found.`);
  });

  it("must exist, and must be no policy of a service", async () => {
    const { attach } = KINDS[kind];
    expect(await failure(attach(arn("none")))).toBe(`NoSuchEntity: Policy ${arn("none")} does not exist or is not attachable.`);
    expect(await failure(attach(`arn:aws:iam::222222222222:policy/p0`))).toContain("NoSuchEntity");
    expect(await failure(attach(arn("p0"), "nobody"))).toContain("NoSuchEntity");
    expect(await failure(attach("arn:aws:iam::aws:policy/aws-service-role/AWSOrganizationsServiceTrustPolicy"))).toContain("PolicyNotAttachable");
  });
});

describe("the entities of a policy", () => {
  it("are groups, users and roles in one list, cut into pages together", async () => {
    const first = await stage.iam().send(new ListEntitiesForPolicyCommand({ PolicyArn: arn("p1"), MaxItems: 2 }));
    expect([first.PolicyGroups, first.PolicyRoles, first.PolicyUsers].map((list) => list?.length)).toEqual([1, 1, 0]);
    const second = await stage.iam().send(new ListEntitiesForPolicyCommand({ PolicyArn: arn("p1"), Marker: first.Marker }));
    expect(second.PolicyUsers).toEqual([{ UserName: "admin", UserId: expect.stringMatching(/^AIDA/) as string }]);
  });

  it("can be asked for by kind", async () => {
    const { PolicyRoles, PolicyUsers } = await stage.iam().send(new ListEntitiesForPolicyCommand({ PolicyArn: arn("p1"), EntityFilter: "Role" }));
    expect([PolicyRoles?.length, PolicyUsers?.length]).toEqual([1, 0]);
    expect(await failure(stage.iam().send(new ListEntitiesForPolicyCommand({ PolicyArn: arn("none") })))).toContain("NoSuchEntity");
  });
});
