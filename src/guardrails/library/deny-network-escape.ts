import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, SIBLING, WHO, works } from "../proof.ts";

const vpc = `arn:aws:ec2:eu-central-1:${MEMBER}:vpc/vpc-1`;

export const denyNetworkEscape: StatementGuardrail = {
  name: "deny-network-escape",
  title: "Nobody opens a way from the account's networks to the internet or to others, except through the hub",
  form: "scp",
  reason: "Spokes reach the internet through the network account, where traffic is filtered and seen. A gateway, a peering or an accelerator of one's own goes past it; a default VPC comes with a gateway.",
  source: 'aws-samples, "service-control-policy-examples"; VPC User Guide, "Internet gateways" and "VPC peering"',
  rows: [26, 130],
  parameters: [],
  leaves: [
    "Gateways and peerings that are there go on.",
    "Attaching to the transit gateway of the network account stays possible; its route tables decide what is reached.",
    "Endpoints of somebody else's services, as partners offer them: `sandbox-boundaries` allows AWS's only.",
    "Functions outside of a VPC, and addresses of AWS's services, are on the internet by themselves.",
    "The network account itself: attach it to the OUs of spokes.",
  ],
  statements: (settings) => [
    {
      Sid: "NoGatewayOfOnesOwn",
      Effect: "Deny",
      Action: [
        "ec2:AttachInternetGateway", "ec2:AttachVpnGateway", "ec2:CreateCarrierGateway", "ec2:CreateClientVpnEndpoint",
        "ec2:CreateCustomerGateway", "ec2:CreateDefaultSubnet", "ec2:CreateDefaultVpc", "ec2:CreateEgressOnlyInternetGateway",
        "ec2:CreateInternetGateway", "ec2:CreateVerifiedAccessEndpoint", "ec2:CreateVpnCon*", "ec2:CreateVpnGateway",
        "directconnect:Accept*", "directconnect:Allocate*", "directconnect:Associate*", "directconnect:Confirm*", "directconnect:Create*",
        "globalaccelerator:Add*", "globalaccelerator:Create*", "globalaccelerator:UpdateCrossAccountAttachment",
        "globalaccelerator:UpdateEndpointGroup", "interconnect:AcceptConnectionProposal", "interconnect:CreateConnection",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
    {
      Sid: "NoPeering",
      Effect: "Deny",
      Action: [
        "ec2:AcceptTransitGatewayPeeringAttachment", "ec2:AcceptVpcPeeringConnection", "ec2:CreateTransitGateway",
        "ec2:CreateTransitGatewayPeeringAttachment", "ec2:CreateVpcBlockPublicAccessExclusion", "ec2:CreateVpcPeeringConnection",
        "ec2:ModifyVpcBlockPublicAccess*", "gamelift:CreateVpcPeering*", "lightsail:PeerVpc", "networkmanager:CreateCoreNetwork",
        "networkmanager:CreateDirectConnectGatewayAttachment", "networkmanager:CreateSiteToSiteVpnAttachment",
        "networkmanager:CreateTransitGatewayPeering", "odb:CreateOdbPeeringConnection", "odb:UpdateOdbPeeringConnection",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("nobody makes an internet gateway", "ec2:CreateInternetGateway", `arn:aws:ec2:eu-central-1:${MEMBER}:internet-gateway/*`),
    denied("nor attaches one", "ec2:AttachInternetGateway", vpc),
    denied("nor takes one along with a default VPC", "ec2:CreateDefaultVpc", vpc),
    denied("nor one for version 6 only", "ec2:CreateEgressOnlyInternetGateway", `arn:aws:ec2:eu-central-1:${MEMBER}:egress-only-internet-gateway/*`),
    denied("nor publishes by an accelerator", "globalaccelerator:CreateAccelerator"),
    denied("nor to accelerators of others", "globalaccelerator:CreateCrossAccountAttachment"),
    denied("nor lets more through an exception to the block of public access", "ec2:ModifyVpcBlockPublicAccessExclusion", `arn:aws:ec2:eu-central-1:${MEMBER}:vpc-block-public-access-exclusion/1`),
    denied("nor joins two networks", "ec2:CreateVpcPeeringConnection", vpc),
    denied("nor with that of a simpler service, which is on the internet", "lightsail:PeerVpc"),
    denied("nor lets another account join", "ec2:AcceptVpcPeeringConnection", vpc),
    denied("nor does the root user", "ec2:CreateInternetGateway", `arn:aws:ec2:eu-central-1:${MEMBER}:internet-gateway/*`, { principal: WHO.root }),
    denied("nor a stack with the caller's session", "ec2:AttachInternetGateway", vpc, { context: { "aws:ViaAWSService": "true" } }),
    works("networks and subnets are made", "ec2:CreateVpc", vpc),
    works("they are attached to the hub", "ec2:CreateTransitGatewayVpcAttachment", `arn:aws:ec2:eu-central-1:${SIBLING}:transit-gateway/tgw-1`, { resourceAccount: SIBLING }),
    works("endpoints of AWS's services are made", "ec2:CreateVpcEndpoint", vpc),
    works("attached to the core network of the hub as well", "networkmanager:CreateVpcAttachment", `arn:aws:networkmanager::${SIBLING}:core-network/1`, { resourceAccount: SIBLING }),
    works("a gateway is taken off", "ec2:DetachInternetGateway", vpc),
    works("load balancers inside are made", "elasticloadbalancing:CreateLoadBalancer", `arn:aws:elasticloadbalancing:eu-central-1:${MEMBER}:loadbalancer/app/shop/1`),
    works("the baseline lays networks out", "ec2:CreateVpnGateway", `arn:aws:ec2:eu-central-1:${MEMBER}:vpn-gateway/*`, { principal: WHO.stackSets }),
  ],
};
