import type { PolicyTemplate } from "../blueprint.ts";
import { unlessFoundation } from "./principals.ts";

/** Every way in which an account hands an image, a snapshot or a resource to another account. */
const HANDING_OVER = [
  "ec2:CreateFpgaImage", "ec2:ModifyFpgaImageAttribute", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute",
  "ec2:ModifyVpcEndpointServicePermissions", "lambda:AddLayerVersionPermission", "lambda:AddPermission",
  "logs:PutDestinationPolicy", "ram:AssociateResourceShare", "ram:CreateResourceShare", "rds:ModifyDBClusterSnapshotAttribute",
  "rds:ModifyDBSnapshotAttribute", "redshift:AuthorizeDataShare", "redshift:AuthorizeSnapshotAccess", "ssm:ModifyDocumentPermission",
];

/** For a project nobody outside may see: what is made in the account is not shared with any other, even our own. */
export const keepInside: PolicyTemplate = {
  name: "keep-inside",
  type: "scp",
  description: "Nothing that is made in the account is shared with another one.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [{ Sid: "NothingHandedOver", Effect: "Deny", Action: HANDING_OVER, Resource: "*", Condition: unlessFoundation(answers) }],
  }),
};
