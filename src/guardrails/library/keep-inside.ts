import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const FUNCTION = `arn:aws:lambda:eu-central-1:${MEMBER}:function:secret`;

/** Every way in which an account hands an image, a snapshot or a resource to another account. */
const HANDING_OVER = [
  "appstream:UpdateImagePermissions", "cloudwatch:CreateAccessGrant", "config:PutAggregationAuthorization", "dataexchange:CreateDataGrant",
  "ds:ShareDirectory", "ec2:CreateFpgaImage", "ec2:CreateNetworkInterfacePermission", "ec2:EnableAddressTransfer",
  "ec2:ModifyFpgaImageAttribute", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ec2:ModifyVpcEndpointServicePermissions",
  "lambda:AddLayerVersionPermission", "lambda:PutResourcePolicy", "logs:PutDestinationPolicy", "mediaconvert:CreateResourceShare",
  "oam:CreateLink", "omics:CreateShare", "ram:AssociateResourceShare", "ram:CreateResourceShare", "rds:ModifyDBClusterSnapshotAttribute",
  "rds:ModifyDBSnapshotAttribute", "redshift-serverless:PutResourcePolicy", "redshift:AuthorizeDataShare", "redshift:AuthorizeEndpointAccess",
  "redshift:AuthorizeSnapshotAccess", "servicecatalog:CreatePortfolioShare", "servicecatalog:UpdatePortfolioShare",
  "ssm:ModifyDocumentPermission", "wellarchitected:Create*Share", "workspaces:UpdateWorkspaceImagePermission",
];

/** Services are added to a function as `lambda:Principal` with a name that ends so; in China some end in `.cn`. */
const SERVICES = ["*.amazonaws.com", "*.amazonaws.com.cn"];

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
    "Backups that AWS Backup copies to another account are shared for that; name its role among `exemptRoles` where they are to be.",
    "What is copied out rather than shared: replication of buckets and images, exports of snapshots, events and logs sent on.",
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
    denied("nor by a whole policy, which may name a service beside it", "lambda:PutResourcePolicy", FUNCTION, { context: { "lambda:Principal": ["events.amazonaws.com", "222222222222"] } }),
    denied("no warehouse without servers hands its snapshots over", "redshift-serverless:PutResourcePolicy"),
    denied("nobody else's screen shows its figures and logs", "oam:CreateLink", `arn:aws:oam:eu-central-1:${MEMBER}:link/*`),
    works("the baseline shows them to the security team", "oam:CreateLink", `arn:aws:oam:eu-central-1:${MEMBER}:link/*`, { principal: WHO.stackSets }),
    works("an event starts a function", "lambda:AddPermission", FUNCTION, { context: { "lambda:Principal": "events.amazonaws.com" } }),
    works("so does one in China", "lambda:AddPermission", FUNCTION, { context: { "lambda:Principal": "events.amazonaws.com.cn" } }),
    works("images are made", "ec2:CreateImage", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`),
    works("shares of others are read", "ram:GetResourceShares"),
    works("the network account's shares are taken", "ram:AcceptResourceShareInvitation", `arn:aws:ram:eu-central-1:222222222222:resource-share-invitation/1`),
  ],
};
