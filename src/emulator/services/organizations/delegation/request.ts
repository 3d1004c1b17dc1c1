import { arnOf } from "../arns.ts";
import type { OrganizationCall } from "../operation.ts";
import { arnOfId, usablePolicy } from "../resources.ts";
import type { DelegatedRequest } from "./decide.ts";
import { roleArn } from "./role-arn.ts";

/** Input members that name something of the organization by its id. */
const NAMING = ["PolicyId", "TargetId", "RootId", "AccountId", "ParentId", "ChildId", "OrganizationalUnitId", "ResourceId"] as const;

/** What a call asks for, told from the names of its input members, which mean the same in every operation. */
export function delegatedRequest(call: OrganizationCall, operation: string, input: Readonly<Record<string, unknown>>): DelegatedRequest {
  const { world, organization, principal } = call;
  const text = (name: string): string | undefined => (typeof input[name] === "string" ? input[name] : undefined);
  const named = NAMING.flatMap((name) => text(name) ?? []).map((id) => arnOfId(world, organization, id) ?? unknownArn(call, id));
  const policyId = text("PolicyId");
  const policy = policyId === undefined ? undefined : usablePolicy(world, organization, policyId);
  const type = policy?.type ?? text("PolicyType") ?? text("Type") ?? text("Filter");
  // A policy that is about to be made has no id yet.
  const made = operation === "CreatePolicy" && type !== undefined ? [arnOf(organization, "policy", type.toLowerCase(), "*")] : [];
  return {
    principal,
    action: `organizations:${operation}`,
    resources: [...named, ...made],
    keys: {
      "organizations:policytype": type,
      "aws:principalaccount": principal.accountId,
      "aws:principalarn": roleArn(principal) ?? principal.arn,
      "aws:principalorgid": organization.id,
    },
  };
}

/** For an id that means nothing; the operation itself refuses it. */
const unknownArn = ({ organization }: OrganizationCall, id: string): string => arnOf(organization, "policy", "unknown", id);
