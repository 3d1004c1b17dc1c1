import type { ConditionBlock } from "../../policy/index.ts";
import type { PolicyTemplate } from "../blueprint.ts";
import { partitionOf, unlessFoundation } from "./principals.ts";

/** Every way from a VPC into another network that the account's own people could open. */
const NETWORK_PATHS = [
  "directconnect:*", "ec2:AcceptTransitGatewayPeeringAttachment", "ec2:AcceptTransitGatewayVpcAttachment",
  "ec2:AcceptVpcPeeringConnection", "ec2:AttachVpnGateway", "ec2:CreateClientVpnEndpoint", "ec2:CreateCustomerGateway",
  "ec2:CreateTransitGateway*", "ec2:CreateVpcPeeringConnection", "ec2:CreateVpnConnection*", "ec2:CreateVpnGateway",
  "networkmanager:AcceptAttachment", "networkmanager:CreateConnectAttachment", "networkmanager:CreateConnectPeer",
  "networkmanager:CreateDirectConnectGatewayAttachment", "networkmanager:CreateSiteToSiteVpnAttachment",
  "networkmanager:CreateTransitGatewayPeering", "networkmanager:CreateTransitGatewayRouteTableAttachment",
  "networkmanager:CreateVpcAttachment", "ram:AcceptResourceShareInvitation", "ram:AssociateResourceShare",
  "ram:CreateResourceShare", "ram:UpdateResourceShare", "vpc-lattice:CreateServiceNetworkVpcAssociation",
  "vpc-lattice:CreateServiceNetworkVpcEndpointAssociation",
];

/** What binds money for longer than the experiment lasts. */
const COMMITMENTS = [
  "acm-pca:CreateCertificateAuthority", "aws-marketplace:AcceptAgreementRequest", "aws-marketplace:CreateAgreementRequest",
  "aws-marketplace:Subscribe", "bedrock:CreateProvisionedModelThroughput", "dynamodb:PurchaseReservedCapacityOfferings",
  "ec2:AcceptReservedInstancesExchangeQuote", "ec2:ModifyReservedInstances", "ec2:PurchaseCapacityBlock*",
  "ec2:PurchaseHostReservation", "ec2:PurchaseReservedInstancesOffering", "elasticache:PurchaseReservedCacheNodesOffering",
  "es:PurchaseReserved*", "medialive:PurchaseOffering", "memorydb:PurchaseReservedNodesOffering", "outposts:CreateOrder",
  "rds:PurchaseReservedDBInstancesOffering", "redshift:PurchaseReservedNodeOffering", "route53domains:RegisterDomain",
  "route53domains:TransferDomain", "savingsplans:CreateSavingsPlan", "shield:CreateSubscription",
];

/**
 * Unconfirmed: that a gateway endpoint carries the key; it is let through where it does not.
 * Source: Service Authorization Reference, "Condition keys for Amazon EC2", ec2:VpceServiceOwner.
 */
const ownedByOthers: ConditionBlock = {
  StringNotEquals: { "ec2:VpceServiceOwner": "amazon" },
  Null: { "ec2:VpceServiceOwner": "false" },
};

/**
 * A sandbox has few limits on services: it is there to try them. It stays off the company's networks and makes no
 * commitments. Endpoints of AWS's own services stay possible, endpoints into other accounts do not.
 */
export const sandboxBoundaries: PolicyTemplate = {
  name: "sandbox-boundaries",
  type: "scp",
  description: "Sandboxes are detached from every other network and cannot buy commitments.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      { Sid: "DetachedFromNetworks", Effect: "Deny", Action: NETWORK_PATHS, Resource: "*", Condition: unlessFoundation(answers) },
      {
        Sid: "EndpointsOfAwsOnly",
        Effect: "Deny",
        Action: "ec2:CreateVpcEndpoint",
        Resource: `arn:${partitionOf(answers)}:ec2:*:*:vpc-endpoint/*`,
        Condition: { ...ownedByOthers, ...unlessFoundation(answers) },
      },
      { Sid: "NoCommitments", Effect: "Deny", Action: COMMITMENTS, Resource: "*", Condition: unlessFoundation(answers) },
    ],
  }),
};
