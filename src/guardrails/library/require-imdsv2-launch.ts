import type { ConditionBlock } from "../../policy/index.ts";
import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const INSTANCE = `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-0123456789abcdef0`;
const VOLUME = `arn:aws:ec2:eu-central-1:${MEMBER}:volume/vol-0123456789abcdef0`;
const tokens = (value: string) => ({ context: { "ec2:MetadataHttpTokens": value } });

const isOptional = (key: string): ConditionBlock => ({ StringEquals: { [key]: "optional" } });

/**
 * A machine's credentials say by which version they were fetched; every request of theirs carries it.
 * Source: IAM User Guide, "AWS global condition context keys", ec2:RoleDelivery.
 */
const FROM_VERSION_1: ConditionBlock = { NumericLessThan: { "ec2:RoleDelivery": "2.0" } };

export const requireImdsv2Launch: StatementGuardrail = {
  name: "require-imdsv2-launch",
  title: "No machine starts with version 1 of the metadata service, is given it later, or works with credentials from it",
  form: "scp",
  reason: "The declarative policy behind `require-imdsv2` is a default and yields to a launch that asks for version 1. Attach that first: with it, launches that say nothing start with version 2.",
  source: 'EC2 User Guide, "Configure the Instance Metadata Service options"; aws-samples, "service-control-policy-examples"',
  rows: [67, 103],
  parameters: [],
  leaves: [
    "A launch that says nothing carries no key and is let through: its version comes from the default or the AMI.",
    "Machines that run with version 1 lose their rights at once; look for the metric MetadataNoToken first.",
  ],
  statements: (settings) => [
    {
      Sid: "NoLaunchWithVersion1",
      Effect: "Deny",
      Action: ["ec2:CreateFleet", "ec2:RunInstances"],
      Resource: `arn:${settings.partition}:ec2:*:*:instance/*`,
      Condition: { ...isOptional("ec2:MetadataHttpTokens"), ...unlessExempt(settings) },
    },
    {
      Sid: "NoWayBack",
      Effect: "Deny",
      Action: ["ec2:ModifyInstanceMetadataDefaults", "ec2:ModifyInstanceMetadataOptions"],
      Resource: "*",
      Condition: { ...isOptional("ec2:Attribute/HttpTokens"), ...unlessExempt(settings) },
    },
    { Sid: "NoCredentialsFromVersion1", Effect: "Deny", Action: "*", Resource: "*", Condition: FROM_VERSION_1 },
  ],
  proof: [
    denied("no machine starts that asks for version 1", "ec2:RunInstances", INSTANCE, tokens("optional")),
    denied("nor a fleet that does", "ec2:CreateFleet", INSTANCE, tokens("optional")),
    denied("nor when a service starts it with the caller's session", "ec2:RunInstances", INSTANCE, { context: { "ec2:MetadataHttpTokens": "optional", "aws:ViaAWSService": "true" } }),
    denied("none is given it later", "ec2:ModifyInstanceMetadataOptions", INSTANCE, { context: { "ec2:Attribute/HttpTokens": "optional" } }),
    denied("credentials that were fetched by version 1 are worth nothing", "s3:GetObject", "arn:aws:s3:::shop/orders", { principal: `arn:aws:iam::${MEMBER}:role/web-server`, context: { "ec2:RoleDelivery": "1.0" } }),
    works("fleets start with version 2", "ec2:CreateFleet", INSTANCE, tokens("required")),
    works("machines start with version 2", "ec2:RunInstances", INSTANCE, tokens("required")),
    works("and without a word, by the default of the Region", "ec2:RunInstances", INSTANCE),
    works("their volumes, which carry no such key, come along", "ec2:RunInstances", VOLUME),
    works("a machine is moved to version 2", "ec2:ModifyInstanceMetadataOptions", INSTANCE, { context: { "ec2:Attribute/HttpTokens": "required" } }),
    works("its hop limit is changed", "ec2:ModifyInstanceMetadataOptions", INSTANCE, { context: { "ec2:Attribute/HttpPutResponseHopLimit": "2" } }),
    works("credentials from version 2 work", "s3:GetObject", "arn:aws:s3:::shop/orders", { principal: `arn:aws:iam::${MEMBER}:role/web-server`, context: { "ec2:RoleDelivery": "2.0" } }),
    works("so do those of people, who have no machine", "s3:GetObject", "arn:aws:s3:::shop/orders", { principal: WHO.person }),
    works("Auto Scaling starts machines from old templates", "ec2:RunInstances", INSTANCE, { ...tokens("optional"), principal: WHO.serviceLinked }),
  ],
};
