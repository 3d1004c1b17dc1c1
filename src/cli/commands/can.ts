import { ACCESS_FLAGS, CONTEXT_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const canCommand: Command = {
  name: "can",
  summary: "Say whether a principal may do something, and which policies decide it.",
  description:
    "A principal is root, administrator, administrator/NAME (a role of that name with AdministratorAccess), role/NAME, permission-set/NAME, user/NAME, service:NAME, anonymous, organization:ID, or an ARN, which needs no account. Of the file an OU may stand for any account in it. " +
    "The answer comes from the organization file, offline, unless --live or --snapshot says otherwise. A principal whose policies are not known is answered with unknown, except where no policy of its own could help.",
  args: [
    { name: "principal", description: "who asks", required: true },
    { name: "question", description: "`in ACCOUNT`, the action, and the ARN of a resource", required: true, many: true },
  ],
  flags: [
    ...CONTEXT_FLAGS,
    { flags: "--expect <answer>", description: "exit 4 when the answer is another", group: "Output", choices: ["allow", "deny"] },
    formatFlag("human", "json"),
    ...ACCESS_FLAGS,
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall can administrator in shop-prod s3:PutBucketPolicy", says: "may an administrator of the account do it?" },
    { command: "landfall can role/deploy in shop-prod ec2:RunInstances --context aws:RequestedRegion=us-east-1", says: "in another Region" },
    { command: "landfall can anonymous in log-archive s3:GetObject 'arn:aws:s3:::logs/*' --expect deny", says: "in a pipeline; exit code 4 when anybody may" },
    { command: "landfall can role/deploy in shop-prod s3:PutObject --live", says: "with the role's policies as IAM has them" },
  ],
  load: () => import("../actions/can.ts"),
};
