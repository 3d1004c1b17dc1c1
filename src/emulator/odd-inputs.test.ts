import * as Account from "@aws-sdk/client-account";
import * as Organizations from "@aws-sdk/client-organizations";
import * as Tagging from "@aws-sdk/client-resource-groups-tagging-api";
import * as Quotas from "@aws-sdk/client-service-quotas";
import * as Ssm from "@aws-sdk/client-ssm";
import { type Arbitrary, array, assert, asyncProperty, boolean, constant, constantFrom, oneof, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { implementedOperations, manualClock, openEmulator } from "./index.ts";
import { ENDPOINTS, loadModel, type OperationShape } from "./protocols/index.ts";

interface Client {
  send(command: object): Promise<Readonly<Record<string, unknown>>>;
}

/** IAM and STS have a test of their own, with texts that mean something to them. */
const SDKS: Readonly<Record<string, { readonly exported: Readonly<Record<string, unknown>>; readonly Client: new (config: object) => Client }>> = {
  organizations: { exported: Organizations, Client: Organizations.OrganizationsClient },
  account: { exported: Account, Client: Account.AccountClient },
  ssm: { exported: Ssm, Client: Ssm.SSMClient },
  "service-quotas": { exported: Quotas, Client: Quotas.ServiceQuotasClient },
  "resource-groups-tagging-api": { exported: Tagging, Client: Tagging.ResourceGroupsTaggingAPIClient },
};

const ALLOW = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"organizations:ListAccounts","Resource":"*"}]}';

/** Texts that mean something to one member or another, whatever the world holds. */
const TEXTS = [
  "", "a", "__proto__", "constructor", "x".repeat(3_000), "é", "a b", "/", "/a/b", "a:1", "{", "null", "{}", "12", "thing", "thing@example.com", "p-FullAWSAccess", "p-none1234", "r-none", "ou-none-12345678",
  "999999999999", "111111111111", "h-none12345678", "rt-none12345678", "car-none1234567890", "af-south-1", "us-east-1", "123456", "organizations", "L-E619E033", "guardduty.amazonaws.com",
  "account.amazonaws.com", '{"tags":{}}', ALLOW, "arn:aws:ssm:us-east-1:111111111111:parameter/thing", "organizations:account", "tag:a", "Name", "Path", "BeginsWith", "YWZ0ZXIgYQ==",
];

type Shape = OperationShape["input"]["members"] extends ReadonlyMap<string, { readonly shape: infer S }> ? S : never;

function valueOf(shape: Shape, texts: readonly string[], depth: number): Arbitrary<unknown> {
  switch (shape.kind) {
    case "number":
      return constantFrom(-1, 0, 1, 2, 50, 1e9);
    case "boolean":
      return boolean();
    case "timestamp":
      return constantFrom(new Date(0), new Date(Date.UTC(2026, 1, 1)), new Date(Date.UTC(2099, 0, 1)));
    case "list":
      return depth > 3 ? constant([]) : array(valueOf(shape.member.shape, texts, depth + 1), { maxLength: 3 });
    case "structure":
      return inputOf(shape.members, texts, depth + 1);
    default:
      return constantFrom(...texts);
  }
}

const inputOf = (members: ReadonlyMap<string, { readonly shape: Shape }>, texts: readonly string[], depth = 0): Arbitrary<Record<string, unknown>> =>
  record(Object.fromEntries(Array.from(members, ([name, { shape }]) => [name, oneof({ arbitrary: valueOf(shape, texts, depth), weight: 4 }, { arbitrary: constant(undefined), weight: 1 })])));

/** Values of enumerations are texts too; the SDK's own list of them makes sure that operations get past their checks. */
const enumerated = ({ exported }: { readonly exported: Readonly<Record<string, unknown>> }): readonly string[] =>
  Object.values(exported).flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value).filter((text): text is string => typeof text === "string" && text.length < 60) : []));

/** A world with one of nearly everything, a way to ask, and the ids that there are. */
async function stage() {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  const emulator = await openEmulator({ clock, seed: "odd-inputs", throttle: false, standaloneAccounts: ["thing@example.com"] });
  const config = { region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
  const clients = new Map(Object.entries(SDKS).map(([id, { Client }]) => [id, new Client(config)]));
  const ids = new Set<string>();
  const ask = async (service: string, name: string, input: object): Promise<unknown> => {
    const Command = SDKS[service]?.exported[`${name}Command`] as new (input: object) => object;
    const answer = await clients.get(service)?.send(new Command(input));
    for (const [text] of JSON.stringify(answer).matchAll(/\b(?:ou|p|h|rt|car|r|rp)-[0-9a-z-]{4,}|\b\d{12}\b|"[A-Za-z0-9+/=]{40,}"/g)) ids.add(text.replaceAll('"', ""));
    return answer;
  };
  await ask("organizations", "CreateOrganization", {});
  const roots = (await ask("organizations", "ListRoots", {})) as Organizations.ListRootsCommandOutput;
  const RootId = roots.Roots?.[0]?.Id;
  await ask("organizations", "EnablePolicyType", { RootId, PolicyType: "TAG_POLICY" });
  await ask("organizations", "CreateOrganizationalUnit", { ParentId: RootId, Name: "thing" });
  await ask("organizations", "CreatePolicy", { Name: "thing", Description: "", Type: "TAG_POLICY", Content: '{"tags":{}}' });
  await ask("organizations", "CreateAccount", { AccountName: "thing", Email: "new@example.com" });
  await ask("organizations", "InviteAccountToOrganization", { Target: { Type: "ACCOUNT", Id: emulator.standaloneAccounts[0]?.id } });
  await ask("organizations", "PutResourcePolicy", { Content: ALLOW });
  await ask("ssm", "PutParameter", { Name: "thing", Value: "a", Type: "String" });
  await ask("service-quotas", "RequestServiceQuotaIncrease", { ServiceCode: "organizations", QuotaCode: "L-E619E033", DesiredValue: 50 });
  clock.advance(300_000);
  await ask("organizations", "ListAccounts", { MaxResults: 1 });
  return { emulator, ask, ids };
}

const CASES = Object.keys(SDKS).flatMap((service) => (implementedOperations().get(service) ?? []).map(({ name }) => ({ service, name })));

describe("whatever comes in", () => {
  it.each(CASES)("$service:$name answers or refuses, and is never a defect", async ({ service, name }) => {
    const { emulator, ask, ids } = await stage();
    const { operations } = await loadModel(ENDPOINTS.find((endpoint) => endpoint.id === service) ?? expect.fail());
    const sdk = SDKS[service] ?? expect.fail();
    const texts = [...TEXTS, ...ids, ...ids, ...enumerated(sdk)];
    await assert(
      asyncProperty(inputOf((operations.get(name) ?? expect.fail()).input.members, texts), async (input) => {
        const answer = await ask(service, name, input).then(() => "answered", (error: Error) => `${error.name}: ${error.message}`);
        expect(answer).not.toContain("InternalFailure");
        expect(answer).toMatch(/^(answered|[A-Za-z]+: )/);
      }),
      { numRuns: 25, seed: 7 },
    );
    await emulator.close();
  });
});
