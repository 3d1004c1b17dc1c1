import type { SettingsGuardrail } from "../guardrail.ts";
import { textOf } from "../parameters.ts";
import { act } from "../proof.ts";

export const requireImdsv2: SettingsGuardrail = {
  name: "require-imdsv2",
  title: "Machines start with the metadata service of version 2, unless they ask for another",
  form: "ec2",
  reason: "Version 1 hands a machine's credentials to whoever can make it fetch a URL. As a default of the Region it also reaches what a person cannot ask for, such as machines of Auto Scaling, and nothing fails: an SCP would deny launches that do not mention it.",
  source: 'Organizations User Guide, "Declarative policy syntax and examples", instance_metadata_defaults; EC2 User Guide, "Configure instance metadata options for new instances"',
  rows: [67, 103],
  parameters: [{ name: "hopLimit", kind: "number", least: 1, most: 64, default: 2, description: "How many network hops an answer may take: containers on a machine need 2." }],
  leaves: [
    "A launch that asks for version 1 gets it, and machines that run keep what they have: `require-imdsv2-launch` denies such launches.",
    "An AMI's own setting counts less than this default and more than nothing.",
  ],
  document: (settings) => ({
    ec2_attributes: {
      instance_metadata_defaults: {
        http_tokens: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "required" },
        http_put_response_hop_limit: { "@@assign": textOf(settings, "hopLimit") },
      },
    },
  }),
  proof: [
    act("denied", "a machine that was started without a word about it answers no request of version 1", "ec2: call version 1 on a machine started without a word"),
    act("denied", "an administrator cannot change the default", "ec2: change the account's metadata default"),
    act("denied", "a policy further down cannot either", "ec2: call version 1 on a machine started without a word", { ec2_attributes: { instance_metadata_defaults: { http_tokens: { "@@assign": "optional" } } } }),
    act("works", "machines are started as before", "ec2: start a machine without a word about metadata"),
    act("works", "version 2 answers", "ec2: call version 2"),
    act("works", "a machine that was started with version 1 on purpose has it", "ec2: call version 1 on a machine started with it"),
  ],
};
