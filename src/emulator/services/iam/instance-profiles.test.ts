import {
  AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateRoleCommand, DeleteInstanceProfileCommand, GetInstanceProfileCommand, ListInstanceProfilesCommand, ListInstanceProfilesForRoleCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, Stage, trust } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
  for (const RoleName of ["one", "two"]) await stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ Service: "ec2.amazonaws.com" }) }));
});

const create = (InstanceProfileName: string, more: object = {}) => stage.iam().send(new CreateInstanceProfileCommand({ InstanceProfileName, ...more }));
const add = (RoleName: string, InstanceProfileName = "p") => stage.iam().send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }));
const remove = (RoleName: string) => stage.iam().send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: "p", RoleName }));
const get = async (InstanceProfileName = "p") => (await stage.iam().send(new GetInstanceProfileCommand({ InstanceProfileName }))).InstanceProfile;

describe("instance profiles", () => {
  it("have an id, an ARN and tags", async () => {
    await create("p", { Path: "/x/", Tags: [{ Key: "a", Value: "b" }] });
    expect(await get()).toEqual({
      InstanceProfileName: "p", Path: "/x/", Arn: `arn:aws:iam::${MANAGEMENT}:instance-profile/x/p`, InstanceProfileId: expect.stringMatching(/^AIPA[A-Z2-7]{17}$/) as string,
      CreateDate: new Date(stage.clock.now()), Roles: [], Tags: [{ Key: "a", Value: "b" }],
    });
    expect(await failure(create("P"))).toBe("EntityAlreadyExists: Instance Profile P already exists.");
    expect(await failure(get("none"))).toBe("NoSuchEntity: Instance Profile none cannot be found.");
  });

  it("hold one role at most", async () => {
    await create("p");
    await add("one");
    expect(await failure(add("two"))).toBe("LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
    expect((await get())?.Roles?.map(({ RoleName }) => RoleName)).toEqual(["one"]);
    expect(await failure(remove("two"))).toContain("NoSuchEntity");
    await remove("one");
    await add("two");
    expect(await failure(add("none"))).toContain("NoSuchEntity");
  });

  it("take no role of a service", async () => {
    await create("p");
    expect(await failure(add("AWSServiceRoleForOrganizations"))).toContain("UnmodifiableEntity");
  });

  it("are listed, and those of a role", async () => {
    for (const name of ["p", "q", "r"]) await create(name);
    await add("one", "q");
    const first = await stage.iam().send(new ListInstanceProfilesCommand({ MaxItems: 2 }));
    expect([first.InstanceProfiles?.length, first.IsTruncated]).toEqual([2, true]);
    const { InstanceProfiles } = await stage.iam().send(new ListInstanceProfilesForRoleCommand({ RoleName: "one" }));
    expect(InstanceProfiles?.map(({ InstanceProfileName }) => InstanceProfileName)).toEqual(["q"]);
  });

  it("go when they are empty", async () => {
    await create("p");
    await add("one");
    const drop = (): Promise<unknown> => stage.iam().send(new DeleteInstanceProfileCommand({ InstanceProfileName: "p" }));
    expect(await failure(drop())).toBe("DeleteConflict: Cannot delete entity, must remove roles from instance profile first.");
    await remove("one");
    await drop();
    expect(await failure(drop())).toContain("NoSuchEntity");
  });
});
