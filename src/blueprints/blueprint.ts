import type { Draft } from "./draft.ts";

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
  /** The last day, as YYYY-MM-DD, of an exception that is written as an example. Default: `2027-12-31`. */
  readonly exceptionsUntil?: string;
}

/** What is filled in where nobody answered. The domain is one that never receives mail, so a real one must be given. */
export const DEFAULT_ANSWERS: Answers = {
  name: "acme",
  accountEmail: "aws+{account}@acme.example",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
};

/** An organization file to start from. */
export interface Blueprint {
  readonly name: string;
  /** One line for a list of blueprints. */
  readonly summary: string;
  /** The numbered requirements whose structure it shows. */
  readonly rows: readonly number[];
  draft(answers: Answers): Draft;
}

/** An option or a worked example that a blueprint can be written with. */
export interface Extra {
  readonly name: string;
  /** One line for a list of extras. */
  readonly summary: string;
  readonly rows: readonly number[];
  /** The names of the blueprints it goes with. */
  readonly fits: readonly string[];
  amend(draft: Draft, answers: Answers): Draft;
  /** A second organization that is written beside the first. */
  readonly beside?: (answers: Answers) => { readonly folder: string; readonly answers: Answers; readonly draft: Draft };
}
