import { stringify } from "yaml";
import { POLICY_NAME, type RoleSpec } from "./roles.ts";

/** Logical ids in the template. */
const LOGICAL_IDS = { plan: "PlanRole", apply: "ApplyRole", member: "MemberRole" } as const;

/**
 * The roles as a CloudFormation template in YAML: for a stack of the management account, or, for the member role, for a
 * service-managed StackSet. Source: CloudFormation template reference, "AWS::IAM::Role".
 */
export function cloudFormation(specs: readonly RoleSpec[]): string {
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Roles of landfall: ${specs.map(({ name }) => name).join(", ")}`,
    Resources: Object.fromEntries(specs.map((spec) => [LOGICAL_IDS[spec.kind], resource(spec)])),
    Outputs: Object.fromEntries(specs.map(({ kind }) => [`${LOGICAL_IDS[kind]}Arn`, { Value: { "Fn::GetAtt": [LOGICAL_IDS[kind], "Arn"] } }])),
  };
  // Version dates and true-like words are texts in policies: only plain YAML 1.1 readers would take them otherwise.
  return stringify(template, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}

const resource = ({ name, description, trust, policy, maxSessionSeconds, tags }: RoleSpec): object => ({
  Type: "AWS::IAM::Role",
  Properties: {
    RoleName: name,
    Description: description,
    MaxSessionDuration: maxSessionSeconds,
    AssumeRolePolicyDocument: trust,
    Policies: [{ PolicyName: POLICY_NAME, PolicyDocument: policy }],
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  },
});
