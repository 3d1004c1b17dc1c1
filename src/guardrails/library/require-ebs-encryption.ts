import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const VOLUME = `arn:aws:ec2:eu-central-1:${MEMBER}:volume/vol-0123456789abcdef0`;
const INSTANCE = `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-0123456789abcdef0`;
const encrypted = (value: boolean) => ({ context: { "ec2:Encrypted": String(value) } });

export const requireEbsEncryption: StatementGuardrail = {
  name: "require-ebs-encryption",
  title: "Volumes of EC2 are created encrypted, or not at all",
  form: "scp",
  reason: "What is on a disk that is not encrypted can be copied by whoever gets a snapshot of it. Encryption by default, once on, is kept on; a volume that is asked for without it is denied.",
  source: 'Service Authorization Reference, "Condition keys for Amazon EC2", ec2:Encrypted; aws-samples, "service-control-policy-examples"',
  rows: [106],
  parameters: [],
  leaves: [
    "Volumes and snapshots that are there stay as they are.",
    "Machines that services start for a fleet, a group or a request for spot machines: they do so with service-linked roles. Encryption by default reaches those.",
    "With a customer's key, Auto Scaling and other services need a grant on it, or machines do not start.",
    "Unconfirmed: that copies, fleets, imports and new root volumes carry the key of what they make; a call without it is let through.",
    "Where encryption by default is off, launches from AMIs without encryption fail: let the baseline switch it on first.",
  ],
  statements: (settings) => [
    {
      Sid: "EncryptedVolumesOnly",
      Effect: "Deny",
      Action: [
        "ec2:CopyVolumes", "ec2:CreateFleet", "ec2:CreateReplaceRootVolumeTask", "ec2:CreateVolume", "ec2:ImportVolume",
        "ec2:RunInstances",
      ],
      Resource: `arn:${settings.partition}:ec2:*:*:volume/*`,
      Condition: { Bool: { "ec2:Encrypted": "false" }, ...unlessExempt(settings) },
    },
    { Sid: "EncryptionStaysDefault", Effect: "Deny", Action: "ec2:DisableEbsEncryptionByDefault", Resource: "*", Condition: unlessExempt(settings) },
  ],
  proof: [
    denied("no volume is created without encryption", "ec2:CreateVolume", VOLUME, encrypted(false)),
    denied("no machine starts with such a volume", "ec2:RunInstances", VOLUME, encrypted(false)),
    denied("nor a fleet of machines", "ec2:CreateFleet", VOLUME, encrypted(false)),
    denied("nor is one copied so", "ec2:CopyVolumes", VOLUME, encrypted(false)),
    denied("nor is a machine given such a root volume", "ec2:CreateReplaceRootVolumeTask", VOLUME, encrypted(false)),
    denied("nor does the root user create one", "ec2:CreateVolume", VOLUME, { ...encrypted(false), principal: WHO.root }),
    denied("nobody switches encryption by default off", "ec2:DisableEbsEncryptionByDefault"),
    works("encrypted volumes are created", "ec2:CreateVolume", VOLUME, encrypted(true)),
    works("machines start with them", "ec2:RunInstances", VOLUME, encrypted(true)),
    works("so do fleets", "ec2:CreateFleet", VOLUME, encrypted(true)),
    works("the machine itself carries no such key", "ec2:RunInstances", INSTANCE),
    works("a snapshot of AWS without encryption may be what one starts from", "ec2:CreateVolume", "arn:aws:ec2:eu-central-1::snapshot/snap-0123456789abcdef0", encrypted(false)),
    works("Auto Scaling makes volumes by its service-linked role", "ec2:CreateVolume", VOLUME, { ...encrypted(false), principal: WHO.serviceLinked }),
    works("the baseline switches encryption by default on", "ec2:EnableEbsEncryptionByDefault", undefined, { principal: WHO.stackSets }),
  ],
};
