import type { Aws } from "../../src/aws/index.ts";

const GUARDRAIL = JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "GRCLOUDTRAIL", Effect: "Deny", Action: ["cloudtrail:StopLogging"], Resource: "*", Condition: { ArnNotLike: { "aws:PrincipalARN": "arn:aws:iam::*:role/AWSControlTowerExecution" } } }] });

/**
 * An organization as Control Tower leaves it: two registered OUs with its policy, an account in one, and an OU of ours.
 * Gives the id of each thing by its name.
 */
export async function landingZone(aws: Aws): Promise<Record<string, string>> {
  const organizations = await aws.organizations();
  await organizations.createOrganization({});
  const RootId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
  await organizations.enableAWSServiceAccess({ ServicePrincipal: "controltower.amazonaws.com" });
  await organizations.enablePolicyType({ RootId, PolicyType: "SERVICE_CONTROL_POLICY" });
  await aws.clock.sleep(60_000);
  const ids: Record<string, string> = { root: RootId };
  for (const Name of ["Security", "Sandbox", "Own"]) ids[Name] = (await organizations.createOrganizationalUnit({ ParentId: RootId, Name })).OrganizationalUnit?.Id ?? "";
  const made = await organizations.createPolicy({ Name: "aws-guardrails-AbCdEf", Description: "", Content: GUARDRAIL, Type: "SERVICE_CONTROL_POLICY" });
  ids["guardrail"] = made.Policy?.PolicySummary?.Id ?? "";
  for (const name of ["Security", "Sandbox"]) await organizations.attachPolicy({ PolicyId: ids["guardrail"], TargetId: ids[name] });
  for (const [AccountName, place] of [["Audit", "Security"], ["Play", "Own"]] as const) {
    const begun = await organizations.createAccount({ AccountName, Email: `${AccountName}@example.com` });
    await aws.clock.sleep(10 * 60_000);
    const { CreateAccountStatus } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: begun.CreateAccountStatus?.Id ?? "" });
    ids[AccountName] = CreateAccountStatus?.AccountId ?? "";
    await organizations.moveAccount({ AccountId: ids[AccountName], SourceParentId: RootId, DestinationParentId: ids[place] });
  }
  return ids;
}
