import { ACCESS_FLAGS, CONTEXT_FLAGS } from "../access-flags.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const whoCanCommand: Command = {
  name: "who-can",
  summary: "Say who may do something: root users, administrators, roles and permission sets of every account.",
  description: "Where the owner of the resource is known, by its ARN or --resource-account, callers from outside of the organization are asked too. With --live the roles of every account are read from IAM.",
  args: [
    { name: "action", description: "service:Action", required: true },
    { name: "resource", description: "the ARN of a resource" },
  ],
  flags: [
    { flags: "--account <account>", description: "principals of this account only", group: "What", repeat: true },
    { flags: "--ou <path>", description: "principals of the accounts below this OU only", group: "What", repeat: true },
    ...CONTEXT_FLAGS.filter(({ flags }) => !flags.startsWith("--resource-policy")),
    formatFlag("human", "json"),
    ...ACCESS_FLAGS,
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall who-can s3:PutBucketPolicy", says: "who may change bucket policies, and where" },
    { command: "landfall who-can cloudtrail:StopLogging --ou Workloads --format json", says: "as data" },
    { command: "landfall who-can s3:GetObject 'arn:aws:s3:::logs/*' --resource-account log-archive", says: "callers from outside too" },
  ],
  load: () => import("../actions/who-can.ts"),
};
