import { CreateUserCommand, DeleteUserCommand, GetUserCommand, ListUsersCommand, UpdateUserCommand } from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, Stage } from "./testing/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});

const create = (UserName: string, more: object = {}) => stage.iam().send(new CreateUserCommand({ UserName, ...more }));

describe("users", () => {
  it("have an id, an ARN with their path, tags and a date", async () => {
    const { User } = await create("ann", { Path: "/staff/", Tags: [{ Key: "team", Value: "a" }] });
    expect(User).toEqual({
      UserName: "ann", Path: "/staff/", Arn: `arn:aws:iam::${MANAGEMENT}:user/staff/ann`, UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
      CreateDate: new Date(stage.clock.now()), Tags: [{ Key: "team", Value: "a" }],
    });
    expect((await stage.iam().send(new GetUserCommand({ UserName: "ann" }))).User).toEqual(User);
  });

  it("are the caller when nobody is named", async () => {
    expect((await stage.iam().send(new GetUserCommand({}))).User?.UserName).toBe("admin");
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    expect((await stage.iam(root).send(new GetUserCommand({}))).User).toMatchObject({ UserId: MANAGEMENT, Arn: `arn:aws:iam::${MANAGEMENT}:root` });
  });

  it("have names that differ by more than case", async () => {
    await create("Case");
    expect(await failure(create("case"))).toBe("EntityAlreadyExists: User with name case already exists.");
  });

  it("that do not exist are not found", async () => {
    for (const call of [new GetUserCommand({ UserName: "nobody" }), new DeleteUserCommand({ UserName: "nobody" }), new UpdateUserCommand({ UserName: "nobody" })]) {
      expect(await failure(stage.iam().send(call as GetUserCommand))).toBe("NoSuchEntity: The user with name nobody cannot be found.");
    }
  });

  it("are renamed and moved, and stay who they are", async () => {
    const before = (await create("old")).User;
    await stage.iam().send(new UpdateUserCommand({ UserName: "old", NewUserName: "new", NewPath: "/moved/" }));
    const { User } = await stage.iam().send(new GetUserCommand({ UserName: "new" }));
    expect(User).toMatchObject({ UserId: before?.UserId, Arn: `arn:aws:iam::${MANAGEMENT}:user/moved/new` });
    expect(await failure(stage.iam().send(new GetUserCommand({ UserName: "old" })))).toContain("NoSuchEntity");
    expect(await failure(stage.iam().send(new UpdateUserCommand({ UserName: "new", NewUserName: "Ann" })))).toContain("EntityAlreadyExists");
  });

  it("are listed by name, in pages, under a path", async () => {
    for (const name of ["p3", "p1", "p2"]) await create(name, { Path: "/paged/" });
    const first = await stage.iam().send(new ListUsersCommand({ PathPrefix: "/paged", MaxItems: 2 }));
    expect([first.Users?.map(({ UserName }) => UserName), first.IsTruncated]).toEqual([["p1", "p2"], true]);
    const second = await stage.iam().send(new ListUsersCommand({ PathPrefix: "/paged", MaxItems: 2, Marker: first.Marker }));
    expect([second.Users?.map(({ UserName }) => UserName), second.IsTruncated, second.Marker]).toEqual([["p3"], false, undefined]);
    expect(await failure(stage.iam().send(new ListUsersCommand({ Marker: "bogus" })))).toBe("ValidationError: Invalid Marker.");
  });

  it("are listed without what only GetUser shows", async () => {
    await create("tagged", { Tags: [{ Key: "a", Value: "b" }] });
    const { Users } = await stage.iam().send(new ListUsersCommand({}));
    expect(Users?.find(({ UserName }) => UserName === "tagged")?.Tags).toBeUndefined();
  });

  it("with wrong names, paths and tags are refused in AWS's words", async () => {
    expect(await failure(create("a b"))).toBe("ValidationError: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    expect(await failure(create("x".repeat(65)))).toContain("at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64");
    expect(await failure(create("a", { Path: "staff" }))).toContain("at 'path' failed to satisfy constraint: Member must satisfy regular expression pattern: ((");
    const twice = [{ Key: "a", Value: "1" }, { Key: "A", Value: "2" }];
    expect(await failure(create("a", { Tags: twice }))).toBe("InvalidInput: Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  });

  it("go for good", async () => {
    await create("leaver");
    await stage.iam().send(new DeleteUserCommand({ UserName: "leaver" }));
    expect(await failure(stage.iam().send(new GetUserCommand({ UserName: "leaver" })))).toContain("NoSuchEntity");
  });
});
