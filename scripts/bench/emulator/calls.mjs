// How many calls one client of the AWS SDK gets answered in process, one after the other: `calls EMULATOR`.
import { pathToFileURL } from "node:url";
import * as iam from "@aws-sdk/client-iam";
import * as sdk from "@aws-sdk/client-organizations";
import * as sts from "@aws-sdk/client-sts";
import { HttpResponse } from "@smithy/protocol-http";

const CALLS = 10_000;
const { manualClock, openEmulator } = await import(pathToFileURL(process.argv[2]).href);
const started = performance.now();
const clock = manualClock();
const emulator = await openEmulator({ throttle: false, clock });
const opened = performance.now() - started;
const clientOf = (requestHandler) => new sdk.OrganizationsClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler });
const client = clientOf(emulator.requestHandler);
await client.send(new sdk.CreateOrganizationCommand({}));
const accountId = emulator.managementAccountId;
const canned = new TextEncoder().encode(JSON.stringify(await client.send(new sdk.DescribeOrganizationCommand({}))));
const sdkAlone = clientOf({
  ...emulator.requestHandler,
  handle: async () => ({ response: new HttpResponse({ statusCode: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: canned }) }),
});

/** Calls a second by the wall's clock, and by the processor time that the process took. */
async function rate(call) {
  for (let i = 0; i < 1_000; i++) await call(i);
  const [before, start] = [process.cpuUsage(), performance.now()];
  for (let i = 0; i < CALLS; i++) await call(i);
  const { user, system } = process.cpuUsage(before);
  return { wall: CALLS / ((performance.now() - start) / 1_000), processor: CALLS / ((user + system) / 1e6) };
}

const describe = await rate(() => client.send(new sdk.DescribeOrganizationCommand({})));
const write = await rate((i) => client.send(new sdk.TagResourceCommand({ ResourceId: accountId, Tags: [{ Key: "n", Value: String(i) }] })));
const alone = await rate(() => sdkAlone.send(new sdk.DescribeOrganizationCommand({})));

let signed;
const capturing = clientOf({ ...emulator.requestHandler, handle: (request, options) => emulator.requestHandler.handle((signed = request), options) });
await capturing.send(new sdk.DescribeOrganizationCommand({}));
const without = await rate(() => emulator.requestHandler.handle(signed));

/** A role of an account four OUs down, with five SCPs at each level: what every call of a member goes through. */
async function memberRole() {
  const RootId = (await client.send(new sdk.ListRootsCommand({}))).Roots[0].Id;
  await client.send(new sdk.EnablePolicyTypeCommand({ RootId, PolicyType: "SERVICE_CONTROL_POLICY" }));
  await client.send(new sdk.CreateAccountCommand({ AccountName: "deep", Email: "deep@example.com" }));
  clock.advance(600_000);
  const AccountId = (await client.send(new sdk.ListAccountsCommand({}))).Accounts.find(({ Name }) => Name === "deep").Id;
  const path = [RootId];
  for (let level = 0; level < 4; level++) {
    const { OrganizationalUnit } = await client.send(new sdk.CreateOrganizationalUnitCommand({ ParentId: path.at(-1), Name: `level ${level}` }));
    path.push(OrganizationalUnit.Id);
  }
  await client.send(new sdk.MoveAccountCommand({ AccountId, SourceParentId: RootId, DestinationParentId: path.at(-1) }));
  for (const TargetId of [...path.slice(1), AccountId]) {
    for (let policy = 0; policy < 4; policy++) {
      const Statement = [
        { Effect: "Deny", NotAction: ["iam:*", "sts:*", "organizations:*"], Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } },
        { Effect: "Deny", Action: ["iam:Create*", "iam:Put*", "iam:GetRole"], Resource: `arn:aws:iam::*:role/protected-${policy}-*`, Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/landfall-*" } } },
      ];
      const { Policy } = await client.send(new sdk.CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: `${TargetId} ${policy}`, Description: "", Content: JSON.stringify({ Version: "2012-10-17", Statement }) }));
      await client.send(new sdk.AttachPolicyCommand({ PolicyId: Policy.PolicySummary.Id, TargetId }));
    }
  }
  const { Credentials } = await new sts.STSClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler }).send(
    new sts.AssumeRoleCommand({ RoleArn: `arn:aws:iam::${AccountId}:role/OrganizationAccountAccessRole`, RoleSessionName: "bench" }),
  );
  return { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken };
}

let ofMember;
const member = new iam.IAMClient({ region: "us-east-1", credentials: await memberRole(), requestHandler: { ...emulator.requestHandler, handle: (request, options) => emulator.requestHandler.handle((ofMember = request), options) } });
await member.send(new iam.GetRoleCommand({ RoleName: "OrganizationAccountAccessRole" }));
const under = await rate(() => emulator.requestHandler.handle(ofMember));

const row = (name, { wall, processor }, reach) => ({ case: name, value: processor, unit: "calls/s", ...(reach === undefined ? {} : { reach }), note: `${Math.round(wall).toLocaleString("en-US")} by the clock` });

console.log(JSON.stringify([
  { case: "openEmulator in memory", value: opened, unit: "ms" },
  row("one client in process, DescribeOrganization", describe, 2_000),
  row("one client in process, TagResource", write, 2_000),
  row("the same client against a fixed answer: what the SDK takes", alone),
  row("one signed request again and again, without the SDK: what the emulator takes", without, 4_000),
  row("the same of a member's role, GetRole under 26 SCPs at 6 levels", under, 2_000),
]));
