import * as account from "@aws-sdk/client-account";
import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import * as tagging from "@aws-sdk/client-resource-groups-tagging-api";
import * as serviceQuotas from "@aws-sdk/client-service-quotas";
import * as ssm from "@aws-sdk/client-ssm";
import * as sts from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { implementedOperations, openEmulator } from "./index.ts";

interface Client {
  send(command: object): Promise<unknown>;
}

interface Sdk {
  readonly id: string;
  /** As IAM writes it. */
  readonly prefix: string;
  readonly exported: Readonly<Record<string, unknown>>;
  readonly Client: new (config: object) => Client;
  /** What the emulator does not have of the SDK that is installed; undefined where that is too much to list. */
  readonly refused?: readonly string[];
}

const SDKS: readonly Sdk[] = [
  { id: "organizations", prefix: "organizations", exported: organizations, Client: organizations.OrganizationsClient, refused: ["CreateGovCloudAccount"] },
  { id: "account", prefix: "account", exported: account, Client: account.AccountClient, refused: ["GetGovCloudAccountInformation", "SendPhoneNumberVerification", "VerifyPhoneNumber"] },
  {
    id: "sts",
    prefix: "sts",
    exported: sts,
    Client: sts.STSClient,
    refused: ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "DecodeAuthorizationMessage", "GetDelegatedAccessToken", "GetScopedCredentials", "GetWebIdentityToken"],
  },
  { id: "iam", prefix: "iam", exported: iam, Client: iam.IAMClient },
  { id: "resource-groups-tagging-api", prefix: "tag", exported: tagging, Client: tagging.ResourceGroupsTaggingAPIClient, refused: ["DescribeReportCreation", "GetComplianceSummary", "ListRequiredTags", "StartReportCreation", "TagResources", "UntagResources"] },
  { id: "service-quotas", prefix: "servicequotas", exported: serviceQuotas, Client: serviceQuotas.ServiceQuotasClient },
  { id: "ssm", prefix: "ssm", exported: ssm, Client: ssm.SSMClient },
];

const commandsOf = ({ exported }: Sdk): string[] => Object.keys(exported).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.replace(/Command$/, ""));
const namesOf = ({ id }: Sdk): string[] => (implementedOperations().get(id) ?? []).map(({ name }) => name);

it("every service of the emulator is compared with the SDK's", () => {
  expect(SDKS.map(({ id }) => id).toSorted()).toEqual([...implementedOperations().keys()].toSorted());
});

it.each(SDKS.filter(({ refused }) => refused !== undefined))("of $id exactly the operations that are named here are missing", (sdk) => {
  expect(commandsOf(sdk).filter((name) => !namesOf(sdk).includes(name)).toSorted()).toEqual(sdk.refused);
});

describe.each(SDKS)("of $id", (sdk) => {
  it("the SDK knows every operation that behaves", () => {
    expect(namesOf(sdk).filter((name) => !commandsOf(sdk).includes(name))).toEqual([]);
  });

  it("every operation behaves, or is refused by its name", async () => {
    const emulator = await openEmulator({ throttle: false });
    const client = new sdk.Client({ region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
    for (const name of commandsOf(sdk)) {
      const Command = sdk.exported[`${name}Command`] as new (input: object) => object;
      const error = await client.send(new Command({})).then(() => undefined, (reason: Error) => reason);
      const said = `${name}: ${error?.name} ${error?.message}`;
      if (namesOf(sdk).includes(name)) expect(said).not.toMatch(/NotImplemented|InternalFailure/);
      else expect(said).toBe(`${name}: NotImplemented landfall's emulator does not implement ${sdk.prefix}:${name}`);
    }
    await emulator.close();
  });
});

it("the errors that operations of Organizations declare are the SDK's, and so are their reasons", () => {
  const reasonsOf = (name: string): readonly unknown[] => Object.values((organizations as Readonly<Record<string, object>>)[`${name}Reason`] ?? {});
  const known = (declared: string): boolean => {
    const [name = "", reason] = declared.split(".");
    return name in organizations && (reason === undefined ? reasonsOf(name).length === 0 : reasonsOf(name).includes(reason));
  };
  const errors = (implementedOperations().get("organizations") ?? []).flatMap((operation) => operation.errors);
  expect([...new Set(errors)].filter((error) => !known(error)).toSorted()).toEqual([
    // In the model, but among the reasons of CreateAccount.
    "InvalidInputException.UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
    // What AWS has and the emulator lacks.
    "NotImplemented",
  ]);
});
