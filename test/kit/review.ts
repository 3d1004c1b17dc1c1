import type { Organization, Policy } from "../../src/organization/index.ts";
import type { PolicyStatement } from "../../src/policy/index.ts";
import { review, type Rule } from "../../src/review/index.ts";

/** An organization that no rule has a word about, with parts replaced. */
export const organization = (parts: Partial<Organization> = {}): Organization => ({
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
  accountEmail: "aws+{account}@acme.dev",
  ...parts,
});

export const policy = (type: Policy["type"], ...statements: Partial<PolicyStatement>[]): Policy => ({
  type,
  document: {
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*", ...statement })),
  },
});

export const scp = (...statements: Partial<PolicyStatement>[]): Policy => policy("scp", ...(statements.length === 0 ? [{}] : statements));

/** What one rule says, each with the path it is about. */
export const told = (rule: Rule, subject: Organization): string[] =>
  review(subject, [rule]).map((diagnostic) => `${(diagnostic.path ?? []).join(".")}: ${diagnostic.summary}`);
