import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const tryCommand: Command = {
  name: "try",
  summary: "Try any action of any AWS service as a role of the embedded AWS, and see AWS's answer.",
  description:
    "Asks an embedded AWS: the rehearsal of this organization with --local, a throw-away copy of the one in AWS with --copy, else the one at --endpoint-url or AWS_ENDPOINT_URL. " +
    "SCPs, RCPs and the policies of role, boundary and trust decide as for every call there; nothing is done, and the service need not be there. landfall can answers from the organization file instead.",
  args: [
    { name: "action", description: "service:Action", required: true },
    { name: "resource", description: "the ARN of a resource; default: one of the action's type that no policy names" },
  ],
  flags: [
    { flags: "--as <principal>", description: "a role by its name, user/NAME, root, or an ARN", group: "What" },
    { flags: "--in <account>", description: "the account that it is in, by its key in the organization file, its name or id", group: "What" },
    { flags: "--context <key=value>", description: "a condition key of the request; several times for several values", group: "What", repeat: true },
    { flags: "--without <key>", description: "a condition key that the request does not carry", group: "What", repeat: true },
    { flags: "--resource-account <account>", description: "the account that owns the resource, where its ARN names none: by its key, its name or id", group: "What" },
    { flags: "--any-action", description: "take an action that landfall's list of AWS's actions does not have", group: "What" },
    { flags: "--expect <answer>", description: "exit 4 when the answer is another", group: "Output", choices: ["allow", "deny"] },
    formatFlag("human", "json"),
    { flags: "--local", description: "the rehearsal on the embedded AWS, kept in .landfall; needs no credentials", group: "AWS" },
    { flags: "--copy", description: "read the organization from AWS, and try it on a throw-away copy", group: "AWS" },
    ...AWS_FLAGS.filter(({ flags }) => !flags.startsWith("--local")),
  ],
  examples: [
    { command: "landfall try --local --as OrganizationAccountAccessRole --in shop-prod s3:PutBucketPolicy arn:aws:s3:::logs", says: "would the policies of the rehearsal let it?" },
    { command: "landfall try --as deploy --in 222222222222 ec2:RunInstances --context aws:RequestedRegion=ap-south-1 --expect deny", says: "in a pipeline, at a running emulator" },
    { command: "landfall try --copy --as root --in log-archive s3:DeleteBucket arn:aws:s3:::logs", says: "with the policies that AWS has now" },
  ],
  load: () => import("../actions/try.ts"),
};
