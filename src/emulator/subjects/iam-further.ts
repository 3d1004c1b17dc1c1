import { iamResource } from "../services/iam/resources.ts";
import type { Further } from "./subject.ts";
import { resourceTags } from "./tags.ts";

/** Where tags go along. Source: IAM User Guide, "Tags for IAM resources": who creates with tags needs the action that tags. */
const TAGGING: Readonly<Record<string, string>> = {
  CreateInstanceProfile: "TagInstanceProfile",
  CreateOpenIDConnectProvider: "TagOpenIDConnectProvider",
  CreatePolicy: "TagPolicy",
  CreateRole: "TagRole",
  CreateSAMLProvider: "TagSAMLProvider",
  CreateUser: "TagUser",
};

/**
 * Handing a role on, here to instances. Source: IAM API Reference, "AddRoleToInstanceProfile", which tells the ARN that
 * `iam:AssociatedResourceArn` has. Unconfirmed: that the service it is passed to is EC2, as policies in the field have it.
 */
const PASS_ROLE: Further = {
  action: "iam:PassRole",
  subject(call, { RoleName }) {
    const { arn, tags } = iamResource(call, "PassRole", { RoleName });
    const keys = { "iam:PassedToService": "ec2.amazonaws.com", "iam:AssociatedResourceArn": `arn:aws:ec2:*:${call.principal.accountId}:instance/*` };
    return arn === undefined ? undefined : { resources: [{ arn, ...resourceTags(tags, "iam:ResourceTag") }], keys };
  },
};

export const IAM_FURTHER: Readonly<Record<string, readonly Further[]>> = {
  AddRoleToInstanceProfile: [PASS_ROLE],
  ...Object.fromEntries(Object.entries(TAGGING).map(([name, tagging]) => [name, [{ action: `iam:${tagging}`, given: "Tags" }]])),
};
