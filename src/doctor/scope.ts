import type { Organization as OrganizationAtAws, Root } from "@aws-sdk/client-organizations";
import { type Aws, awsErrorName } from "../aws/index.ts";
import { placeOf, type RolePlace } from "../bootstrap/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Organization } from "../organization/index.ts";

/** The organization file as it was found. */
export interface FileFacts {
  /** As the user would name it. */
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the file cannot be read as an organization. */
  readonly organization?: Organization;
  /** The folder where its runs are kept. */
  readonly folder: string;
}

/** A value in effect, and what decided it: a flag, a variable, the file or the default. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/** What is known of the machine and the command line. */
export interface DoctorInput {
  readonly node: { readonly version: string; readonly required: string };
  /** Absent when there is none. */
  readonly file?: FileFacts;
  /** Why the file cannot be read, where it cannot even be found. */
  readonly fileProblem?: Diagnostic;
  /** Absent when no Region is known to ask. */
  readonly aws?: Aws;
  /** In the order of the screen. */
  readonly settings?: readonly Setting[];
}

/** Who makes the calls. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
}

/** What the checks share. Each question is asked of AWS once, and fails for every check that needs its answer. */
export class DoctorScope {
  readonly input: DoctorInput;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(input: DoctorInput) {
    this.input = input;
  }

  get aws(): Aws {
    if (this.input.aws === undefined) throw new TypeError("no way to AWS is open");
    return this.input.aws;
  }

  caller(): Promise<Caller> {
    return this.#once("caller", async () => {
      const { Account = "", Arn = "" } = await (await this.aws.sts()).getCallerIdentity({});
      return { accountId: Account, arn: Arn };
    });
  }

  /** Undefined when the account is in no organization. */
  organization(): Promise<OrganizationAtAws | undefined> {
    return this.#once("organization", async () => {
      try {
        return (await (await this.aws.organizations()).describeOrganization({})).Organization;
      } catch (error) {
        if (awsErrorName(error) === "AWSOrganizationsNotInUseException") return undefined;
        throw error;
      }
    });
  }

  root(): Promise<Root | undefined> {
    return this.#once("root", async () => (await (await this.aws.organizations()).listRoots({})).Roots?.[0]);
  }

  /** The services with trusted access. */
  trustedAccess(): Promise<ReadonlySet<string>> {
    return this.#once("trusted access", async () => {
      const services = new Set<string>();
      let NextToken: string | undefined;
      do {
        const page = await (await this.aws.organizations()).listAWSServiceAccessForOrganization({ NextToken });
        for (const { ServicePrincipal = "" } of page.EnabledServicePrincipals ?? []) services.add(ServicePrincipal);
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return services;
    });
  }

  /** For whom the roles are: the organization, or the account that will own it. */
  async place(): Promise<RolePlace> {
    const [{ accountId }, organization] = await Promise.all([this.caller(), this.organization()]);
    return placeOf({ managementAccountId: organization?.MasterAccountId ?? accountId, organizationId: organization?.Id, homeRegion: this.aws.homeRegion });
  }

  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = ask();
    this.#answers.set(question, asked);
    return asked;
  }
}
