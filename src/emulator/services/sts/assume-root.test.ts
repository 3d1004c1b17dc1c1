import {
  CreateLoginProfileCommand, CreateUserCommand, DeleteAccessKeyCommand, DeleteLoginProfileCommand, DisableOrganizationsRootSessionsCommand, EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand, GetAccountSummaryCommand, GetLoginProfileCommand, ListAccessKeysCommand, ListOrganizationsFeaturesCommand, ListUsersCommand,
} from "@aws-sdk/client-iam";
import { EnableAWSServiceAccessCommand, DisableAWSServiceAccessCommand, RegisterDelegatedAdministratorCommand } from "@aws-sdk/client-organizations";
import { AssumeRootCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { failure, MANAGEMENT, Stage, STANDALONE } from "../iam/testing/stage.ts";

let stage: Stage;
let member: string;

const ServicePrincipal = "iam.amazonaws.com";
const trustIam = (): Promise<unknown> => stage.organizations().send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
const enableSessions = (credentials?: EmulatorCredentials) => stage.iam(credentials).send(new EnableOrganizationsRootSessionsCommand({}));
const enableCredentials = () => stage.iam().send(new EnableOrganizationsRootCredentialsManagementCommand({}));

beforeEach(async () => {
  stage = await Stage.open();
  member = await stage.account("member");
});

async function assumeRoot(task: string, TargetPrincipal = member, credentials?: EmulatorCredentials, DurationSeconds?: number): Promise<EmulatorCredentials> {
  const TaskPolicyArn = { arn: `arn:aws:iam::aws:policy/root-task/${task}` };
  const { Credentials } = await stage.sts(credentials).send(new AssumeRootCommand({ TargetPrincipal, TaskPolicyArn, DurationSeconds }));
  return { accessKeyId: Credentials?.AccessKeyId ?? "", secretAccessKey: Credentials?.SecretAccessKey ?? "", sessionToken: Credentials?.SessionToken };
}

describe("central root access", () => {
  it("needs that the organization trusts IAM", async () => {
    expect(await failure(enableSessions())).toBe("ServiceAccessNotEnabledException: Trusted access is not enabled for IAM in Organizations.");
    await trustIam();
    await enableSessions();
    const { EnabledFeatures, OrganizationId } = await enableCredentials();
    expect([EnabledFeatures, OrganizationId]).toEqual([["RootSessions", "RootCredentialsManagement"], expect.stringMatching(/^o-/)]);
    await stage.organizations().send(new DisableAWSServiceAccessCommand({ ServicePrincipal }));
    expect(await failure(stage.iam().send(new ListOrganizationsFeaturesCommand({})))).toContain("ServiceAccessNotEnabledException");
  });

  it("is for the management account; a delegated administrator sees and uses it", async () => {
    await trustIam();
    const theirs = await stage.emulator.issueAccessKey({ accountId: member });
    expect(await failure(enableSessions(theirs))).toContain("AccountNotManagementOrDelegatedAdministratorException");
    await stage.organizations().send(new RegisterDelegatedAdministratorCommand({ AccountId: member, ServicePrincipal }));
    expect(await failure(enableSessions(theirs))).toContain("CallerIsNotManagementAccountException");
    await enableCredentials();
    expect((await stage.iam(theirs).send(new ListOrganizationsFeaturesCommand({}))).EnabledFeatures).toEqual(["RootCredentialsManagement"]);
    const other = await stage.account("other");
    await assumeRoot("IAMAuditRootUserCredentials", other, theirs);
  });

  it("is for organizations", async () => {
    const standalone = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    expect(await failure(enableSessions(standalone))).toContain("OrganizationNotFoundException");
  });
});

describe("AssumeRoot", () => {
  it("gives a session of a member's root user for 15 minutes at most", async () => {
    await trustIam();
    await enableCredentials();
    const root = await assumeRoot("IAMAuditRootUserCredentials");
    expect(await stage.sts(root).send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: member, Arn: `arn:aws:iam::${member}:root`, UserId: member });
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", member, undefined, 901))).toContain("less than or equal to 900");
    stage.clock.advance(900_000);
    expect(await failure(stage.sts(root).send(new GetCallerIdentityCommand({})))).toContain("ExpiredToken");
  });

  it("needs the feature, a member and a task", async () => {
    await trustIam();
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials"))).toBe(`AccessDenied: User: arn:aws:iam::${MANAGEMENT}:user/admin is not authorized to perform: sts:AssumeRoot on resource: arn:aws:iam::${member}:root`);
    await enableSessions();
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials"))).toContain("AccessDenied");
    await assumeRoot("S3UnlockBucketPolicy");
    await enableCredentials();
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", MANAGEMENT))).toContain("AccessDenied");
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", STANDALONE))).toContain("AccessDenied");
    expect(await failure(assumeRoot("Anything"))).toContain("ValidationError");
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", "somebody-else"))).toBe("ValidationError: somebody-else is invalid");
    await stage.iam().send(new DisableOrganizationsRootSessionsCommand({}));
    expect(await failure(assumeRoot("S3UnlockBucketPolicy"))).toContain("AccessDenied");
  });

  it("is denied to root users, to other members and to who lacks the permission", async () => {
    await trustIam();
    await enableCredentials();
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", member, root))).toContain("AccessDenied");
    const theirs = await stage.emulator.issueAccessKey({ accountId: member });
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", member, theirs))).toContain("AccessDenied");
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    const ann = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:user/ann` });
    expect(await failure(assumeRoot("IAMAuditRootUserCredentials", member, ann))).toContain("because no identity-based policy allows the sts:AssumeRoot action");
  });

  it("does its task and nothing else: audit, delete and create root credentials", async () => {
    await trustIam();
    await enableCredentials();
    const key = await stage.emulator.issueAccessKey({ accountId: member, arn: `arn:aws:iam::${member}:root` });
    const audit = await assumeRoot("IAMAuditRootUserCredentials");
    expect((await stage.iam(audit).send(new ListAccessKeysCommand({}))).AccessKeyMetadata).toHaveLength(1);
    expect((await stage.iam(audit).send(new GetAccountSummaryCommand({}))).SummaryMap).toMatchObject({ AccountAccessKeysPresent: 1, AccountPasswordPresent: 0 });
    expect(await failure(stage.iam(audit).send(new ListUsersCommand({})))).toContain("with an explicit deny in a session policy");
    const remove = await assumeRoot("IAMDeleteRootUserCredentials");
    await stage.iam(remove).send(new DeleteAccessKeyCommand({ AccessKeyId: key.accessKeyId }));
    expect(await failure(stage.iam(remove).send(new DeleteLoginProfileCommand({})))).toContain("NoSuchEntity: Login Profile");
    const create = await assumeRoot("IAMCreateRootUserPassword");
    await stage.iam(create).send(new CreateLoginProfileCommand({}));
    expect((await stage.iam(create).send(new GetLoginProfileCommand({}))).LoginProfile?.UserName).toBe("member");
    expect(await failure(stage.iam(create).send(new CreateLoginProfileCommand({})))).toContain("EntityAlreadyExists");
    await stage.iam(remove).send(new DeleteLoginProfileCommand({}));
  });
});
