import type { PolicyTemplate } from "../blueprint.ts";
import { partitionOf } from "./principals.ts";

/**
 * Sessions of AssumeRoot are let through: the management account opens them for single tasks, such as repairing a
 * bucket policy that locks everybody out.
 * Source: IAM User Guide, "Centrally manage root access for member accounts".
 */
export const denyRootUser: PolicyTemplate = {
  name: "deny-root-user",
  type: "scp",
  description: "The root users of member accounts can do nothing; root tasks go through AssumeRoot.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "NoRootUser",
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: {
          ArnLike: { "aws:PrincipalArn": `arn:${partitionOf(answers)}:iam::*:root` },
          Null: { "aws:AssumedRoot": "true" },
        },
      },
    ],
  }),
};
