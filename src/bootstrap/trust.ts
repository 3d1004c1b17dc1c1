import { LandfallError } from "../diagnostics/index.ts";
import { type ConditionBlock, equalPolicies, type PolicyDocument } from "../policy/index.ts";
import { type RoleKind, roleArn, type RolePlace } from "./place.ts";

/** Who may take on the roles of the management account. */
export interface Trusted {
  /** ARNs of users and roles; `*` stands for any part of a name. Nobody named: whom the management account itself lets. */
  readonly principals: readonly string[];
  /** A secret word that a principal from outside of the organization must bring along. */
  readonly externalId?: string;
}

const PRINCIPAL = /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):(?:role|user)\/[\w+=,.@/*-]+$/;

/**
 * The trust policy of a role. It names an account and narrows it by the caller's ARN: a principal named outright would
 * become a dead id when it is deleted, and nobody else with its name would be let in, or noticed.
 * Against confused deputies: a caller from another account must belong to the same organization or bring the external
 * id, and a member account's role opens only to the two roles of the organization the account is in.
 * Source: IAM User Guide, "The confused deputy problem".
 * @throws LandfallError LF7021 when a trusted principal has not the right form.
 */
export const trustOf = (kind: RoleKind, place: RolePlace, trusted: Trusted): PolicyDocument => (kind === "member" ? memberTrust(place) : managementTrust(place, trusted));

/** Whether a trust policy is one that landfall would have written, for whomever it names. */
export function isSafeTrust(kind: RoleKind, place: RolePlace, document: PolicyDocument): boolean {
  const [{ Condition = {} } = {}] = [document.Statement].flat();
  const principals = [Condition["ArnLike"]?.["aws:PrincipalArn"] ?? []].flat().map(String);
  const externalId = Condition["StringEquals"]?.["sts:ExternalId"];
  try {
    return equalPolicies(document, trustOf(kind, place, { principals, externalId: typeof externalId === "string" ? externalId : undefined }));
  } catch {
    return false;
  }
}

function memberTrust(place: RolePlace): PolicyDocument {
  const callers = [roleArn(place, "plan"), roleArn(place, "apply")];
  return assumedBy([place.managementAccountId], place, { ArnEquals: { "aws:PrincipalArn": callers }, StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } });
}

function managementTrust(place: RolePlace, { principals, externalId }: Trusted): PolicyDocument {
  const accounts = [...new Set(principals.map((arn) => accountOf(arn)))];
  const condition: ConditionBlock = {
    ...(principals.length === 0 ? {} : { ArnLike: { "aws:PrincipalArn": principals } }),
    ...guard(place, accounts, externalId),
  };
  return assumedBy(accounts.length === 0 ? [place.managementAccountId] : accounts, place, condition);
}

/** What a caller must show beside its name. */
function guard({ managementAccountId, organizationId }: RolePlace, accounts: readonly string[], externalId: string | undefined): ConditionBlock {
  if (externalId !== undefined) return { StringEquals: { "sts:ExternalId": externalId } };
  if (accounts.every((id) => id === managementAccountId)) return {};
  if (organizationId === undefined) {
    throw new LandfallError(
      { code: "LF7021", severity: "error", summary: "Roles cannot trust another account before there is an organization.", fix: "Trust a principal of the management account first, or give --external-id." },
      "usage",
    );
  }
  return { StringEquals: { "aws:PrincipalOrgID": organizationId } };
}

function accountOf(arn: string): string {
  const id = PRINCIPAL.exec(arn)?.[2];
  if (id !== undefined) return id;
  throw new LandfallError(
    {
      code: "LF7021",
      severity: "error",
      summary: `"${arn}" cannot be trusted: it is not the ARN of a role or user.`,
      fix: "Give for example --trust 'arn:aws:iam::111111111111:role/deploy', or for people of IAM Identity Center --trust 'arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Platform_*'.",
    },
    "usage",
  );
}

const assumedBy = (accounts: readonly string[], { partition }: RolePlace, condition: ConditionBlock): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Trust",
      Effect: "Allow",
      Principal: { AWS: accounts.map((id) => `arn:${partition}:iam::${id}:root`) },
      Action: "sts:AssumeRole",
      ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    },
  ],
});
