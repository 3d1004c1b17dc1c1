import type { AuthorizationPolicyKind } from "../ids/index.ts";
import type { PolicyDocument } from "../policy/index.ts";

/** What `landfall init` puts into a blueprint. */
export interface Answers {
  /** A short name for the organization: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The e-mail rule, with `{account}` where the account's key goes. */
  readonly accountEmail: string;
  readonly homeRegion: string;
  /** The governed Regions, the home Region among them. */
  readonly regions: readonly string[];
  /** The name of the first service that gets accounts, where the blueprint has one. Default: `foo`. */
  readonly service?: string;
}

/** What is filled in where nobody answered. The domain is one that never receives mail, so a real one must be given. */
export const DEFAULT_ANSWERS: Answers = {
  name: "acme",
  accountEmail: "aws+{account}@acme.example",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
};

/** A policy that blueprints share. It is written as a JSON file of its own beside the organization file. */
export interface PolicyTemplate {
  readonly name: string;
  readonly type: AuthorizationPolicyKind;
  /** One sentence; becomes the policy's description in AWS. */
  readonly description: string;
  document(answers: Answers): PolicyDocument;
}

/** A file to write, relative to the folder of the organization file. */
export interface BlueprintFile {
  readonly path: string;
  readonly text: string;
}

/** An organization file to start from. */
export interface Blueprint {
  readonly name: string;
  /** One line for a list of blueprints. */
  readonly summary: string;
  /** The numbered requirements whose structure it shows. */
  readonly rows: readonly number[];
  /** How many accounts it creates besides the management account; they cannot be deleted at once. */
  readonly accounts: number;
  readonly policies: readonly PolicyTemplate[];
  /** The organization file, as TypeScript. */
  organizationFile(answers: Answers): string;
}

export const ORGANIZATION_FILE = "landfall.config.ts";
export const policyFile = (policy: PolicyTemplate): string => `policies/${policy.name}.json`;

/** Everything a blueprint writes, the organization file first. */
export function blueprintFiles(blueprint: Blueprint, answers: Answers): BlueprintFile[] {
  const policies = blueprint.policies.map((policy) => ({
    path: policyFile(policy),
    text: `${JSON.stringify(policy.document(answers), null, 2)}\n`,
  }));
  return [{ path: ORGANIZATION_FILE, text: blueprint.organizationFile(answers) }, ...policies];
}
