import { compileChain, explain, type PolicyDocument, type PolicyStatement, requestFrom } from "../../../../src/policy/index.ts";
import type { TriedScreen } from "../../../../src/report/try/tried.ts";

const policy = (statement: PolicyStatement): PolicyDocument => ({ Version: "2012-10-17", Statement: [statement] });
const FULL = policy({ Effect: "Allow", Action: "*", Resource: "*" });
const OWN = "arn:aws:organizations::111111111111:policy/o-exampleorg/service_control_policy/p-11111111";
const AWS = "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess";
const ROLE = "arn:aws:iam::222222222222:role/deploy";
const NO_POLICIES = policy({ Sid: "KeepPolicies", Effect: "Deny", Action: "s3:*Policy", Resource: "arn:aws:s3:::logs*", Condition: { StringNotEquals: { "s3:TlsVersion": "1.3" } } });

function screen(resource: string, context: Readonly<Record<string, string>>): TriedScreen {
  const fullAccess = { name: AWS, document: FULL };
  const chain = compileChain({
    managementAccountId: "111111111111",
    scps: [{ name: "Root", policies: [fullAccess] }, { name: "Security", policies: [fullAccess, { name: OWN, document: NO_POLICIES }] }, { name: "the account", policies: [fullAccess] }],
    rcps: [{ name: "Root", policies: [] }],
    identity: [{ name: "arn:aws:iam::aws:policy/AdministratorAccess", document: FULL }],
  });
  const request = requestFrom({ principal: ROLE, action: "s3:PutBucketPolicy", resource, context, contextMode: { unknown: new Set(["s3:tlsversion"]) } });
  return {
    account: { id: "222222222222", name: "log-archive", path: ["Root", "Security"] },
    principal: ROLE,
    action: "s3:PutBucketPolicy",
    resource,
    region: "us-east-1",
    explanation: explain(chain, request),
    policyNames: { [OWN]: "protect-log-archive", [AWS]: "FullAWSAccess" },
    assumptions: ["no-resource-policy", "owned-by-caller", "default-region"],
    isEmulated: false,
    service: "Amazon S3",
    where: "the embedded AWS at .landfall/local",
  };
}

export const denied: TriedScreen = {
  ...screen("arn:aws:s3:::logs", { "s3:TlsVersion": "1.2" }),
  message: `User: arn:aws:sts::222222222222:assumed-role/deploy/landfall-try is not authorized to perform: s3:PutBucketPolicy on resource: arn:aws:s3:::logs with an explicit deny in a service control policy: ${OWN}`,
};
export const allowed: TriedScreen = screen("arn:aws:s3:::other", {});
export const unknown: TriedScreen = screen("arn:aws:s3:::logs", {});
const ESC = String.fromCodePoint(0x1b);
export const hostile: TriedScreen = { ...allowed, account: { id: "222222222222", name: `x${ESC}[2J\u202e`, path: [`Ro${ESC}[31mot`] }, where: `${ESC}]0;x` };
