import * as account from "@aws-sdk/client-account";
import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import * as tagging from "@aws-sdk/client-resource-groups-tagging-api";
import * as serviceQuotas from "@aws-sdk/client-service-quotas";
import * as ssm from "@aws-sdk/client-ssm";
import { describe, expect, it } from "vitest";
import { implementedOperations, manualClock, openEmulator, type Emulator, type EmulatorCredentials } from "./index.ts";

interface Client {
  send(command: object): Promise<object>;
}

/** Every service whose operations tell something about an account. */
const SDKS: Readonly<Record<string, { readonly exported: Readonly<Record<string, unknown>>; readonly Client: new (config: object) => Client }>> = {
  organizations: { exported: organizations, Client: organizations.OrganizationsClient },
  account: { exported: account, Client: account.AccountClient },
  iam: { exported: iam, Client: iam.IAMClient },
  ssm: { exported: ssm, Client: ssm.SSMClient },
  "service-quotas": { exported: serviceQuotas, Client: serviceQuotas.ServiceQuotasClient },
  "resource-groups-tagging-api": { exported: tagging, Client: tagging.ResourceGroupsTaggingAPIClient },
};

const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "sts:AssumeRole" }] });
const ALLOW = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] });
const TAGS = [{ Key: "thing", Value: "thing" }];
const QUOTA = { ServiceCode: "organizations", QuotaCode: "L-E619E033" };

/** Names for whatever an operation may be asked about; each takes those that it knows. */
const NAMED = {
  UserName: "thing", GroupName: "thing", RoleName: "thing", InstanceProfileName: "thing", PolicyName: "thing", Name: "/thing", Names: ["/thing"], Path: "/", Recursive: true,
  ResourceType: "Parameter", ResourceId: "111111111111", PolicyArn: "arn:aws:iam::111111111111:policy/thing", AccountId: "111111111111", AlternateContactType: "BILLING", RegionName: "af-south-1",
  ParentId: "r-aaaa", ChildType: "ACCOUNT", ChildId: "111111111111", TargetId: "111111111111", Filter: "SERVICE_CONTROL_POLICY", PolicyType: "TAG_POLICY", Key: "thing", ...QUOTA,
};

const call = (emulator: Emulator, credentials: EmulatorCredentials) => {
  const clients = new Map(Object.entries(SDKS).map(([id, { Client }]) => [id, new Client({ region: "us-east-1", credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 })]));
  return async (service: string, name: string, input: object = {}): Promise<Record<string, unknown>> => {
    const client = clients.get(service);
    const Command = SDKS[service]?.exported[`${name}Command`] as (new (input: object) => object) | undefined;
    if (client === undefined || Command === undefined) throw new RangeError(`${service} ${name}`);
    const { $metadata: _request, ...answer } = (await client.send(new Command(input))) as { readonly $metadata: unknown };
    return answer;
  };
};

/** One of nearly everything that an account can make. */
async function makeThings(ask: ReturnType<typeof call>, wait: (seconds: number) => void): Promise<void> {
  await ask("organizations", "CreateOrganization");
  const [root] = (await ask("organizations", "ListRoots"))["Roots"] as { Id: string }[];
  await ask("organizations", "CreateOrganizationalUnit", { ParentId: root?.Id, Name: "thing", Tags: TAGS });
  await ask("organizations", "EnablePolicyType", { RootId: root?.Id, PolicyType: "TAG_POLICY" });
  await ask("organizations", "CreateAccount", { AccountName: "thing", Email: "thing@example.com", Tags: TAGS });
  await ask("organizations", "EnableAWSServiceAccess", { ServicePrincipal: "account.amazonaws.com" });
  await ask("iam", "CreateUser", { UserName: "thing", Tags: TAGS });
  await ask("iam", "CreateAccessKey", { UserName: "thing" });
  await ask("iam", "CreateGroup", { GroupName: "thing" });
  await ask("iam", "CreateRole", { RoleName: "thing", AssumeRolePolicyDocument: TRUST });
  await ask("iam", "CreateInstanceProfile", { InstanceProfileName: "thing" });
  await ask("iam", "CreatePolicy", { PolicyName: "thing", PolicyDocument: ALLOW });
  await ask("iam", "PutRolePolicy", { RoleName: "thing", PolicyName: "thing", PolicyDocument: ALLOW });
  await ask("iam", "CreateAccountAlias", { AccountAlias: "thing" });
  await ask("iam", "UpdateAccountPasswordPolicy", { MinimumPasswordLength: 20 });
  await ask("iam", "CreateOpenIDConnectProvider", { Url: "https://thing.example.com" });
  await ask("ssm", "PutParameter", { Name: "/thing", Value: "thing", Type: "String", Tags: TAGS });
  await ask("account", "PutAlternateContact", { AlternateContactType: "BILLING", Name: "A", Title: "A", EmailAddress: "a@example.com", PhoneNumber: "1" });
  await ask("account", "PutAccountName", { AccountName: "thing" });
  await ask("account", "EnableRegion", { RegionName: "af-south-1" });
  await ask("service-quotas", "RequestServiceQuotaIncrease", { ...QUOTA, DesiredValue: 50 });
  wait(200);
  await ask("organizations", "ListAccounts");
}

/** All that an account is told, with and without names, errors included. */
async function told(ask: ReturnType<typeof call>): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const service of Object.keys(SDKS)) {
    for (const { name } of (implementedOperations().get(service) ?? []).filter((operation) => /^(Get|List|Describe)/.test(operation.name))) {
      for (const [how, input] of [["", {}], [" by name", NAMED]] as const) {
        answers[`${service}:${name}${how}`] = await ask(service, name, input).catch((error: Error) => `${error.name}: ${error.message}`);
      }
    }
  }
  return answers;
}

/** What two others are told at the same time of the same world: one that is alone, and one with an organization of its own. */
async function others(act: (ask: ReturnType<typeof call>, wait: (seconds: number) => void) => Promise<void>): Promise<readonly Record<string, unknown>[]> {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  const emulator = await openEmulator({ clock, seed: "worlds-apart", throttle: false, standaloneAccounts: ["alone@example.com", "organized@example.com"] });
  const [alone, organized] = emulator.standaloneAccounts.map(({ credentials }) => call(emulator, credentials));
  if (alone === undefined || organized === undefined) throw new RangeError("two accounts");
  await organized("organizations", "CreateOrganization");
  await organized("iam", "CreateUser", { UserName: "own" });
  await act(call(emulator, emulator.credentials), (seconds) => clock.advance(seconds * 1_000));
  clock.advance(Date.UTC(2026, 0, 2) - clock.now());
  const answers = [await told(alone), await told(organized)];
  await emulator.close();
  return answers;
}

describe("an account that shares nothing with another", () => {
  it("is told the same by every operation, whatever the other does", async () => {
    const quiet = await others(() => Promise.resolve());
    const busy = await others(makeThings);
    expect(Object.keys(quiet[0] ?? {}).length).toBeGreaterThan(200);
    expect(busy).toEqual(quiet);
  });

  it("is told by other means of what it makes itself: the comparison can fail", async () => {
    const clock = manualClock(Date.UTC(2026, 0, 1));
    const emulator = await openEmulator({ clock, seed: "worlds-apart", throttle: false });
    const ask = call(emulator, emulator.credentials);
    const before = await told(ask);
    await makeThings(ask, (seconds) => clock.advance(seconds * 1_000));
    const after = await told(ask);
    const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
    expect(changed).toEqual(expect.arrayContaining(["iam:GetRole by name", "iam:ListUsers", "ssm:GetParameter by name", "organizations:ListAccounts", "account:GetAlternateContact by name", "resource-groups-tagging-api:GetTagKeys"]));
    await emulator.close();
  });
});
