import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const FUNCTION = `arn:aws:lambda:eu-central-1:${MEMBER}:function:secret`;

/** Every way in which an account hands an image, a snapshot or a resource to another account. */
const HANDING_OVER = [
  "ec2:CreateFpgaImage", "ec2:ModifyFpgaImageAttribute", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute",
  "ec2:ModifyVpcEndpointServicePermissions", "lambda:AddLayerVersionPermission", "logs:PutDestinationPolicy",
  "ram:AssociateResourceShare", "ram:CreateResourceShare", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute",
  "redshift:AuthorizeDataShare", "redshift:AuthorizeSnapshotAccess", "ssm:ModifyDocumentPermission",
];

/** Services are added to a function as `lambda:Principal` with a name that ends so. */
const SERVICES = "*.amazonaws.com";

export const keepInside: StatementGuardrail = {
  name: "keep-inside",
  title: "Nothing that is made in the account is shared with another one, even of the same organization",
  form: "scp",
  reason: "For a project nobody else may see, without an organization of its own and the cost of coming back from one.",
  source: 'Resource Access Manager User Guide, "Shareable AWS resources"; Service Authorization Reference',
  rows: [41, 70],
  parameters: [],
  leaves: [
    "Policies of resources, such as a bucket's, can name others; `org-identities-only` and `stay-in-account` at the others hold those.",
    "What a person carries out through the network.",
  ],
  statements: (settings) => [
    { Sid: "NothingHandedOver", Effect: "Deny", Action: HANDING_OVER, Resource: "*", Condition: unlessExempt(settings) },
    {
      Sid: "NoFunctionForOthers",
      Effect: "Deny",
      Action: "lambda:AddPermission",
      Resource: "*",
      Condition: { StringNotLikeIfExists: { "lambda:Principal": SERVICES }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("no image is shared", "ec2:ModifyImageAttribute", "arn:aws:ec2:eu-central-1::image/ami-1"),
    denied("no snapshot is", "ec2:ModifySnapshotAttribute", "arn:aws:ec2:eu-central-1::snapshot/snap-1", { context: { "ec2:Add/userId": "222222222222" } }),
    denied("nor one of a database", "rds:ModifyDBSnapshotAttribute", `arn:aws:rds:eu-central-1:${MEMBER}:snapshot:orders-1`),
    denied("nothing goes through Resource Access Manager", "ram:CreateResourceShare"),
    denied("nor by the root user", "ram:CreateResourceShare", undefined, { principal: WHO.root }),
    denied("no other account may call a function", "lambda:AddPermission", FUNCTION, { context: { "lambda:Principal": "222222222222" } }),
    works("an event starts a function", "lambda:AddPermission", FUNCTION, { context: { "lambda:Principal": "events.amazonaws.com" } }),
    works("images are made", "ec2:CreateImage", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`),
    works("shares of others are read", "ram:GetResourceShares"),
    works("the network account's shares are taken", "ram:AcceptResourceShareInvitation", `arn:aws:ram:eu-central-1:222222222222:resource-share-invitation/1`),
  ],
};
