import { IAMClient } from "@aws-sdk/client-iam";
import { CreateAccountCommand, CreateOrganizationCommand, DescribeCreateAccountStatusCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from "@aws-sdk/client-sts";
import { type Emulator, type EmulatorCredentials, manualClock, type ManualClock, openEmulator } from "../../../index.ts";

export const MANAGEMENT = "111111111111";
export const STANDALONE = "222222222222";

/** Statements as a policy document. */
export const policy = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const allow = (Action: string | readonly string[], Resource: string | readonly string[] = "*", more: object = {}): string =>
  policy({ Effect: "Allow", Action, Resource, ...more });
/** A trust policy for principals by type; by default it trusts an account. */
export const trust = (Principal: unknown, more: object = {}): string => policy({ Effect: "Allow", Principal, Action: "sts:AssumeRole", ...more });
export const trustAccount = (accountId: string): string => trust({ AWS: `arn:aws:iam::${accountId}:root` });

/** An emulator with an organization, an account that belongs to none, and clients for anybody's keys. */
export class Stage {
  readonly emulator: Emulator;
  readonly clock: ManualClock;

  constructor(emulator: Emulator, clock: ManualClock) {
    this.emulator = emulator;
    this.clock = clock;
  }

  static async open(): Promise<Stage> {
    const clock = manualClock();
    const stage = new Stage(await openEmulator({ clock, seed: "stage", throttle: false }), clock);
    await stage.organizations().send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    await stage.emulator.addAccount({ id: STANDALONE, email: "standalone@example.com", name: "Standalone" });
    return stage;
  }

  iam = (credentials = this.emulator.credentials): IAMClient => new IAMClient(this.#options(credentials));
  sts = (credentials = this.emulator.credentials): STSClient => new STSClient(this.#options(credentials));
  organizations = (credentials = this.emulator.credentials): OrganizationsClient => new OrganizationsClient(this.#options(credentials));

  /** Creates an account in the organization and answers its id. */
  async account(name: string, RoleName?: string): Promise<string> {
    const client = this.organizations();
    const created = await client.send(new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com`, RoleName }));
    this.clock.advance(180_000);
    const { CreateAccountStatus } = await client.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: created.CreateAccountStatus?.Id }));
    if (CreateAccountStatus?.AccountId === undefined) throw new TypeError("The account was not created.");
    return CreateAccountStatus.AccountId;
  }

  /** Credentials of a new session of a role. */
  async assume(RoleArn: string, credentials?: EmulatorCredentials, more: Partial<AssumeRoleCommandInput> = {}): Promise<EmulatorCredentials> {
    const { Credentials } = await this.sts(credentials).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "session", ...more }));
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) throw new TypeError("There are no credentials.");
    return { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken };
  }

  #options(credentials: EmulatorCredentials) {
    return { region: "us-east-1", credentials, requestHandler: this.emulator.requestHandler, maxAttempts: 1 };
  }
}

/** The error of a call, by the name on the wire and its message. */
export async function failure(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
  } catch (error) {
    const { name, message, Code } = error as Error & { readonly Code?: string };
    return `${Code ?? name}: ${message}`;
  }
  throw new TypeError("The call succeeded.");
}
