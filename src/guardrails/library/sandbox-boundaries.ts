import type { ConditionBlock } from "../../policy/index.ts";
import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, SIBLING, WHO, works } from "../proof.ts";

const ENDPOINT = `arn:aws:ec2:eu-central-1:${MEMBER}:vpc-endpoint/vpce-1`;
const VPC = `arn:aws:ec2:eu-central-1:${MEMBER}:vpc/vpc-1`;
const owner = (name: string) => ({ context: { "ec2:VpceServiceOwner": name } });

/** Every way from a VPC into another network that the account's own people could open. */
const NETWORK_PATHS = [
  "directconnect:*", "ec2:AcceptTransitGateway*", "ec2:AcceptVpcEndpointConnections", "ec2:AcceptVpcPeeringConnection", "ec2:AttachVpnGateway", "ec2:CreateClientVpnEndpoint", "ec2:CreateCustomerGateway",
  "ec2:CreateTransitGateway*", "ec2:CreateVpcEndpointServiceConfiguration", "ec2:CreateVpcPeeringConnection",
  "ec2:CreateVpnCon*", "ec2:CreateVpnGateway", "gamelift:CreateVpcPeering*", "interconnect:AcceptConnectionProposal",
  "interconnect:CreateConnection", "lightsail:PeerVpc", "networkmanager:AcceptAttachment", "networkmanager:CreateConnectAttachment",
  "networkmanager:CreateConnectPeer", "networkmanager:CreateCoreNetwork", "networkmanager:CreateDirectConnectGatewayAttachment",
  "networkmanager:CreateSiteToSiteVpnAttachment", "networkmanager:CreateTransitGatewayPeering",
  "networkmanager:CreateTransitGatewayRouteTableAttachment", "networkmanager:CreateVpcAttachment",
  "odb:CreateOdbPeeringConnection", "odb:UpdateOdbPeeringConnection", "ram:AcceptResourceShareInvitation", "ram:AssociateResourceShare", "ram:CreateResourceShare",
  "ram:PromoteResourceShareCreatedFromPolicy", "ram:UpdateResourceShare", "vpc-lattice:CreateServiceNetworkResourceAssociation",
  "vpc-lattice:CreateServiceNetworkServiceAssociation", "vpc-lattice:CreateServiceNetworkVpcAssociation",
  "vpc-lattice:CreateServiceNetworkVpcEndpointAssociation",
];

/** What binds money for longer than the experiment lasts. */
const COMMITMENTS = [
  "acm-pca:CreateCertificateAuthority", "aws-marketplace:AcceptAgreementRequest", "aws-marketplace:CreateAgreementRequest",
  "aws-marketplace:Subscribe", "bedrock:CreateProvisionedModelThroughput", "cloudfront:CreateSavingsPlan", "devicefarm:PurchaseOffering",
  "devicefarm:RenewOffering", "dynamodb:PurchaseReservedCapacityOfferings", "ec2:AcceptCapacityReservationBillingOwnership",
  "ec2:AcceptReservedInstancesExchangeQuote", "ec2:ModifyReservedInstances", "ec2:PurchaseCapacityBlock*",
  "ec2:PurchaseHostReservation", "ec2:PurchaseReservedInstancesOffering", "ec2:PurchaseScheduledInstances",
  "eks:CreateEksAnywhereSubscription", "elasticache:PurchaseReservedCacheNodesOffering", "es:PurchaseReserved*",
  "glacier:PurchaseProvisionedCapacity", "mediaconnect:PurchaseOffering", "medialive:PurchaseOffering",
  "memorydb:PurchaseReservedNodesOffering", "outposts:CreateOrder", "pricingplanmanager:ApprovePaidSubscription",
  "pricingplanmanager:CreateSubscription", "rds:PurchaseReservedDBInstancesOffering", "redshift:AcceptReservedNodeExchange",
  "redshift:PurchaseReservedNodeOffering", "route53domains:RegisterDomain", "route53domains:RenewDomain", "route53domains:TransferDomain",
  "sagemaker:CreateReservedCapacity", "sagemaker:CreateTrainingPlan", "savingsplans:CreateSavingsPlan", "shield:CreateSubscription",
  "supportplans:CreateSupport*", "supportplans:StartSupportPlanUpdate", "user-subscriptions:ConfirmPurchaseSession",
];

/**
 * Unconfirmed: that a gateway endpoint carries the key; it is let through where it does not.
 * Source: Service Authorization Reference, "Condition keys for Amazon EC2", ec2:VpceServiceOwner.
 */
const ownedByOthers: ConditionBlock = { StringNotEquals: { "ec2:VpceServiceOwner": "amazon" }, Null: { "ec2:VpceServiceOwner": "false" } };

export const sandboxBoundaries: StatementGuardrail = {
  name: "sandbox-boundaries",
  title: "Sandboxes are detached from every other network and cannot buy commitments",
  form: "scp",
  reason: "A sandbox has few limits on services: it is there to try them. It stays off the company's networks, so that what is tried there cannot hurt, and makes no commitments that outlive the experiment.",
  source: 'aws-solutions, "Innovation Sandbox on AWS"; "Organizing Your AWS Environment Using Multiple Accounts", "Sandbox OU"',
  rows: [26, 78, 85],
  parameters: [],
  leaves: [
    "The internet: a sandbox needs it to reach AWS's services. `deny-network-escape` takes gateways away too.",
    "A subnet that the network account shares with the sandbox: machines can be started in it, so share none.",
    "Data of other accounts that lets the sandbox in: `stay-in-account`.",
    "Costs by the hour: budgets are for those.",
  ],
  statements: (settings) => [
    { Sid: "DetachedFromNetworks", Effect: "Deny", Action: NETWORK_PATHS, Resource: "*", Condition: unlessExempt(settings) },
    {
      Sid: "EndpointsOfAwsOnly",
      Effect: "Deny",
      Action: "ec2:CreateVpcEndpoint",
      Resource: `arn:${settings.partition}:ec2:*:*:vpc-endpoint/*`,
      Condition: { ...ownedByOthers, ...unlessExempt(settings) },
    },
    { Sid: "NoCommitments", Effect: "Deny", Action: COMMITMENTS, Resource: "*", Condition: unlessExempt(settings) },
  ],
  proof: [
    denied("a sandbox joins no other network", "ec2:CreateVpcPeeringConnection", VPC),
    denied("nor the company's hub", "ec2:CreateTransitGatewayVpcAttachment", `arn:aws:ec2:eu-central-1:${SIBLING}:transit-gateway/tgw-1`, { resourceAccount: SIBLING }),
    denied("nor takes what the hub shares", "ram:AcceptResourceShareInvitation", `arn:aws:ram:eu-central-1:${SIBLING}:resource-share-invitation/1`),
    denied("nor by a cable", "directconnect:CreateConnection"),
    denied("nor by a tunnel", "ec2:CreateVpnConnection", `arn:aws:ec2:eu-central-1:${MEMBER}:vpn-connection/*`),
    denied("nor by an endpoint of somebody else's service", "ec2:CreateVpcEndpoint", ENDPOINT, owner(SIBLING)),
    denied("nor by a network of services", "vpc-lattice:CreateServiceNetworkServiceAssociation", `arn:aws:vpc-lattice:eu-central-1:${MEMBER}:servicenetworkserviceassociation/1`),
    denied("nor takes in what asks for an endpoint", "ec2:AcceptVpcEndpointConnections", `arn:aws:ec2:eu-central-1:${MEMBER}:vpc-endpoint-service/vpce-svc-1`),
    denied("nor does the root user", "ec2:CreateVpcPeeringConnection", VPC, { principal: WHO.root }),
    denied("nobody reserves machines for years", "ec2:PurchaseReservedInstancesOffering", `arn:aws:ec2:eu-central-1:${MEMBER}:reserved-instances/1`),
    denied("nor makes a savings plan", "savingsplans:CreateSavingsPlan", `arn:aws:savingsplans::${MEMBER}:savingsplan/1`),
    denied("nor months of machines for training", "sagemaker:CreateTrainingPlan", `arn:aws:sagemaker:eu-central-1:${MEMBER}:training-plan/1`),
    denied("nor a plan of support", "supportplans:StartSupportPlanUpdate"),
    denied("nor buys in the marketplace", "aws-marketplace:Subscribe"),
    works("networks are tried", "ec2:CreateVpc", VPC),
    works("with the internet", "ec2:CreateInternetGateway", `arn:aws:ec2:eu-central-1:${MEMBER}:internet-gateway/*`),
    works("and endpoints of AWS's services", "ec2:CreateVpcEndpoint", ENDPOINT, owner("amazon")),
    works("and gateway endpoints, which may not say whose they are", "ec2:CreateVpcEndpoint", ENDPOINT),
    works("any service is tried", "sagemaker:CreateModel", `arn:aws:sagemaker:eu-central-1:${MEMBER}:model/one`),
    works("roles are made", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/app`),
    works("the cleaner empties it", "ec2:DeleteVpc", VPC, { principal: WHO.landfall }),
  ],
};
