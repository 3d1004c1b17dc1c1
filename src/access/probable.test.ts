import { describe, expect, it } from "vitest";
import type { Organization } from "../organization/index.ts";
import { expand } from "../inventory/index.ts";
import { type AccessModel, accessModel, accountNamed, ask, knownRoles, principalIn, probableAnswer, type ProbableAnswer } from "./index.ts";
import { loadCatalog } from "../policy/index.ts";
import { ACME } from "./testing/acme.ts";

const catalog = await loadCatalog();
const sets: NonNullable<Organization["identityCenter"]>["permissionSets"] = {
  Reads: { managedPolicies: ["ReadOnlyAccess"] },
  Audits: { managedPolicies: ["SecurityAudit", "job-function/ViewOnlyAccess"] },
  Both: { managedPolicies: ["ReadOnlyAccess", "AmazonS3FullAccess"] },
  Other: { managedPolicies: ["ReadOnlyAccess", "AWSBackupFullAccess"] },
};
const organization: Organization = { ...ACME, identityCenter: { permissionSets: sets, assignments: Object.keys(sets).map((permissionSet) => ({ group: "all", permissionSet, ous: ["root"] })) } };
const model: AccessModel = accessModel(expand(organization), { homeRegion: "eu-west-1", roles: knownRoles(organization) });

function probably(set: string, action: string): ProbableAnswer["outcome"] | undefined {
  const account = accountNamed(model, "shop-prod");
  const principal = principalIn(model, `permission-set/${set}`, account);
  const answer = ask(model, { principal, action, resource: "*", resourceAccount: account });
  return probableAnswer(answer, principal, catalog.action(action))?.outcome;
}

describe("the probable answer", () => {
  it("of a policy that reads is that changes are denied, and what reads is allowed where it is meant to", () => {
    expect([probably("Reads", "sqs:DeleteQueue"), probably("Audits", "sqs:DeleteQueue"), probably("Reads", "sqs:GetQueueAttributes")]).toEqual(["denied", "denied", "allowed"]);
    expect(probably("Both", "s3:PutObject")).toBe("allowed");
  });

  it("is none where something else is not known, where it need not be asked, and where nobody says what a policy is for", () => {
    expect([probably("Audits", "sqs:GetQueueAttributes"), probably("Other", "sqs:DeleteQueue"), probably("Reads", "iam:CreateUser")]).toEqual([undefined, undefined, undefined]);
  });
});
