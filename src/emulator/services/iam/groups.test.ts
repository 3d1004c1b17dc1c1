import {
  AddUserToGroupCommand, AttachGroupPolicyCommand, CreateGroupCommand, CreateUserCommand, DeleteGroupCommand, DeleteUserCommand, DetachGroupPolicyCommand,
  GetGroupCommand, GetUserCommand, ListGroupsCommand, ListGroupsForUserCommand, PutGroupPolicyCommand, RemoveUserFromGroupCommand, UpdateGroupCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
});

const create = (GroupName: string, Path?: string) => stage.iam().send(new CreateGroupCommand({ GroupName, Path }));
const add = (GroupName: string, UserName = "ann") => stage.iam().send(new AddUserToGroupCommand({ GroupName, UserName }));
const remove = (GroupName: string, UserName = "ann") => stage.iam().send(new RemoveUserFromGroupCommand({ GroupName, UserName }));
const drop = (GroupName: string) => stage.iam().send(new DeleteGroupCommand({ GroupName }));

describe("groups", () => {
  it("have an id and an ARN with their path", async () => {
    expect((await create("devs", "/eng/")).Group).toEqual({
      GroupName: "devs", Path: "/eng/", Arn: `arn:aws:iam::${MANAGEMENT}:group/eng/devs`, GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/) as string,
      CreateDate: new Date(stage.clock.now()),
    });
    expect(await failure(create("DEVS"))).toBe("EntityAlreadyExists: Group with name DEVS already exists.");
    expect(await failure(drop("nobodies"))).toBe("NoSuchEntity: The group with name nobodies cannot be found.");
  });

  it("have members, who are listed with them in pages", async () => {
    await create("devs");
    for (const name of ["bob", "cem"]) await stage.iam().send(new CreateUserCommand({ UserName: name }));
    for (const name of ["ann", "bob", "cem", "ann"]) await add("devs", name);
    const first = await stage.iam().send(new GetGroupCommand({ GroupName: "devs", MaxItems: 2 }));
    expect([first.Users?.map(({ UserName }) => UserName), first.IsTruncated]).toEqual([["ann", "bob"], true]);
    const rest = await stage.iam().send(new GetGroupCommand({ GroupName: "devs", Marker: first.Marker }));
    expect(rest.Users?.map(({ UserName }) => UserName)).toEqual(["cem"]);
    expect((await stage.iam().send(new ListGroupsForUserCommand({ UserName: "ann" }))).Groups?.map(({ GroupName }) => GroupName)).toEqual(["devs"]);
  });

  it("take a user ten times at most", async () => {
    for (let index = 0; index < 10; index += 1) await create(`g${index}`).then(() => add(`g${index}`));
    await create("eleven");
    expect(await failure(add("eleven"))).toBe("LimitExceeded: Cannot exceed quota for GroupsPerUser: 10");
  });

  it("keep their members when they are renamed", async () => {
    await create("devs");
    await add("devs");
    await stage.iam().send(new UpdateGroupCommand({ GroupName: "devs", NewGroupName: "engineers", NewPath: "/e/" }));
    expect((await stage.iam().send(new GetGroupCommand({ GroupName: "engineers" }))).Users).toHaveLength(1);
    await create("ops");
    expect(await failure(stage.iam().send(new UpdateGroupCommand({ GroupName: "ops", NewGroupName: "Engineers" })))).toContain("EntityAlreadyExists");
  });

  it("go only when they are empty, and their members only when they left", async () => {
    await create("devs");
    await add("devs");
    expect(await failure(drop("devs"))).toBe("DeleteConflict: Cannot delete entity, must remove users from group first.");
    expect(await failure(stage.iam().send(new DeleteUserCommand({ UserName: "ann" })))).toBe("DeleteConflict: Cannot delete entity, must remove user from groups first.");
    await remove("devs");
    expect(await failure(remove("devs"))).toContain("NoSuchEntity");
    const PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    await stage.iam().send(new AttachGroupPolicyCommand({ GroupName: "devs", PolicyArn }));
    expect(await failure(drop("devs"))).toBe("DeleteConflict: Cannot delete entity, must detach all policies first.");
    await stage.iam().send(new DetachGroupPolicyCommand({ GroupName: "devs", PolicyArn }));
    await stage.iam().send(new PutGroupPolicyCommand({ GroupName: "devs", PolicyName: "p", PolicyDocument: allow("s3:*") }));
    expect(await failure(drop("devs"))).toBe("DeleteConflict: Cannot delete entity, must delete policies first.");
  });

  it("are listed under a path", async () => {
    await create("a", "/x/");
    await create("b", "/y/");
    const { Groups, IsTruncated } = await stage.iam().send(new ListGroupsCommand({ PathPrefix: "/x/" }));
    expect([Groups?.map(({ GroupName }) => GroupName), IsTruncated]).toEqual([["a"], false]);
  });

  it("give their members what their policies allow", async () => {
    const key = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:user/ann` });
    const own = (): Promise<unknown> => stage.iam(key).send(new GetUserCommand({}));
    expect(await failure(own())).toContain("AccessDenied");
    await create("devs");
    await stage.iam().send(new PutGroupPolicyCommand({ GroupName: "devs", PolicyName: "p", PolicyDocument: allow("iam:Get*") }));
    await add("devs");
    await own();
  });
});
