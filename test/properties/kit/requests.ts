import { compileChain, decide, type PlainRequest, type PolicyDocument, type PolicyLevel, type Request, requestFrom } from "../../../src/policy/index.ts";

/** A set of the requests below, one bit each. */
export type Requests = number;

const MANAGEMENT = "111111111111";
const MEMBER = "222222222222";

const WORK: readonly (readonly [string, string])[] = [
  ["s3:GetObject", "arn:aws:s3:::logs/x"], ["s3:GetObject", "arn:aws:s3:::data/x"], ["s3:PutObject", "arn:aws:s3:::logs/x"], ["s3:PutObject", "arn:aws:s3:::data/x"],
  ["sqs:SendMessage", `arn:aws:sqs:eu-west-1:${MEMBER}:jobs`], ["kms:Decrypt", `arn:aws:kms:eu-west-1:${MEMBER}:key/1`], ["kms:Encrypt", `arn:aws:kms:eu-west-1:${MEMBER}:key/1`],
  ["sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/r`], ["ec2:RunInstances", `arn:aws:ec2:eu-west-1:${MEMBER}:instance/i`], ["iam:CreateUser", `arn:aws:iam::${MEMBER}:user/u`],
];

const asked = (principal: string, [action, resource]: readonly [string, string], region: string): PlainRequest => ({
  principal: `arn:aws:iam::${principal}:user/u`,
  action,
  resource,
  resourceAccount: MEMBER,
  context: { "aws:RequestedRegion": region },
});

/** Every request that is looked at, in each account: by its own user in two Regions, and by one whom no SCP holds back. */
const PLAIN: readonly PlainRequest[] = [
  ...WORK.map((work) => asked(MEMBER, work, "eu-west-1")),
  ...WORK.map((work) => asked(MEMBER, work, "us-east-1")),
  ...WORK.slice(0, 8).map((work) => asked(MANAGEMENT, work, "eu-west-1")),
];
const REQUESTS: readonly Request[] = PLAIN.map(requestFrom);

export const namesOf = (set: Requests): string[] =>
  PLAIN.flatMap(({ principal, action, resource, context }, index) => (set & (1 << index) ? [`${action} on ${resource} by ${principal} in ${String(context?.["aws:RequestedRegion"])}`] : []));

const ANYBODY: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };
const ANYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** The texts of the policies attached to one level: the root, an OU or the account itself. */
export interface Level {
  readonly scps: readonly string[];
  readonly rcps: readonly string[];
}

const known = new Map<string, Requests>();
/** The same organizations come back with each run of theirs, and then are gone for good. */
const MOST_KNOWN = 20_000;

/** What the policies of all levels let through, as the policy engine decides it for somebody who may do everything else. */
export function letThrough(levels: readonly Level[]): Requests {
  const key = JSON.stringify(levels);
  let through = known.get(key);
  if (through === undefined) {
    through = decided(levels);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, through);
  }
  return through;
}

function decided(levels: readonly Level[]): Requests {
  const levelsOf = (type: keyof Level): PolicyLevel[] =>
    levels.map((level, depth) => ({ name: String(depth), policies: level[type].map((text, index) => ({ name: `${depth}.${index}`, document: JSON.parse(text) as PolicyDocument })) }));
  const chain = compileChain({
    managementAccountId: MANAGEMENT,
    scps: levelsOf("scps"),
    rcps: levelsOf("rcps"),
    identity: [{ name: "administrator", document: ANYTHING }],
    resource: { name: "open", document: ANYBODY },
  });
  return REQUESTS.reduce((set, request, index) => (decide(chain, request).outcome === "allowed" ? set | (1 << index) : set), 0);
}
