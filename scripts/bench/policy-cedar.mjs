// Cedar, as far as its language says the same: the 25 statements of the scenario as Cedar policies, parsed once.
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { rateOf } from "./measure.mjs";
import { contextOf } from "./policy-scenario.mjs";

const PACKAGE = "@cedar-policy/cedar-wasm";
const CASE = "Cedar (wasm, policies parsed before)";

/** Looked for in the project, or in the folder that LANDFALL_BENCH_RIVALS names; it is no dependency. */
export async function cedarRows() {
  const home = process.env.LANDFALL_BENCH_RIVALS ?? root;
  let cedar;
  try {
    cedar = createRequire(join(home, "package.json"))(`${PACKAGE}/nodejs`);
  } catch {
    return [{ case: CASE, skipped: `not installed: npm install ${PACKAGE}@4.13.0 in a folder, named by LANDFALL_BENCH_RIVALS` }];
  }
  return [
    rowOf(cedar, CASE, policies(), "the same 25 statements, without AWS's rules of combination"),
    // What no policies could make faster: the request and its context on their way into wasm.
    rowOf(cedar, "Cedar, the same request, one policy that permits all", ["permit(principal, action, resource);"], "what reading the request alone takes"),
  ];
}

function rowOf(cedar, name, texts, note) {
  const parsed = cedar.preparsePolicySet(name, { staticPolicies: Object.fromEntries(texts.map((text, index) => [`p${index}`, text])) });
  if (parsed.type !== "success") throw new RangeError(`Cedar did not take the policies: ${JSON.stringify(parsed.errors)}`);
  const call = (index) => ({
    principal: { type: "Role", id: "Writer" },
    action: { type: "Action", id: "s3:PutObject" },
    resource: { type: "Object", id: "key" },
    context: { ...cedarContext(contextOf(index)), action: "s3:PutObject", resource: "arn:aws:s3:::team-pay-data/2026/11/1.json" },
    preparsedPolicySetId: name,
    entities: [],
  });
  const answer = cedar.statefulIsAuthorized(call(0));
  if (answer.response?.decision !== "allow") throw new RangeError(`Cedar decides otherwise: ${JSON.stringify(answer)}`);
  const { processor, wall } = rateOf((index) => cedar.statefulIsAuthorized(call(index)), { batch: 50 });
  return { case: name, value: processor, unit: "/s", note: `${Math.round(wall).toLocaleString("en-US")} by the clock; ${note}` };
}

/** Cedar's names have no colons and slashes. */
const cedarContext = (context) => Object.fromEntries(Object.entries(context).map(([key, value]) => [key.replace("aws:", "").replace("/", ""), value]));

function policies() {
  const forbid = (when) => `forbid(principal, action, resource) when { ${when} };`;
  const permit = (when) => `permit(principal, action, resource) when { ${when} };`;
  const tls = 'context.action like "s3:*" && context.SecureTransport == "false"';
  const notGlobal = ["iam", "sts", "organizations", "route53", "cloudfront", "support"].map((service) => `!(context.action like "${service}:*")`).join(" && ");
  const level = (number) => [
    'forbid(principal, action, resource) unless { context.PrincipalOrgID == "o-abcdefghij" };',
    forbid(`${notGlobal} && !(["eu-west-1", "eu-central-1", "eu-south-${number}"].contains(context.RequestedRegion)) && !(context.PrincipalArn like "arn:aws:iam::*:role/Deploy*") && !(context.PrincipalArn like "arn:aws:iam::*:role/BreakGlass${number}")`),
    forbid(tls),
    forbid(
      `(context.action like "s3:Put*" || context.action like "s3:Delete*") && context.resource like "arn:aws:s3:::*" && !(ip(context.SourceIp).isInRange(ip("10.0.0.0/8"))) && !(ip(context.SourceIp).isInRange(ip("192.0.${number}.0/24"))) && context.ViaAWSService == "false" && !(context has SourceVpc && (context.SourceVpc like "vpc-${number}*" || context.SourceVpc like "vpc-0123*"))`,
    ),
  ];
  return [
    ...[1, 2, 3, 4, 5].flatMap(level),
    permit('context.action like "ec2:*" || context.action like "rds:*"'),
    permit('["s3:GetObject", "s3:PutObject"].contains(context.action) && context.resource like "arn:aws:s3:::team-pay-*/*" && context.PrincipalTagteam == "pay" && context.ResourceAccount == "222222222222"'),
    forbid('context.action like "s3:*" && context.resource like "arn:aws:s3:::secret-*" && context.PrincipalTagclearance != "high"'),
    forbid(`${tls} && (context.resource == "arn:aws:s3:::team-pay-data" || context.resource like "arn:aws:s3:::team-pay-data/*")`),
    permit('principal == Role::"Reader" && context.action == "s3:GetObject" && context.resource like "arn:aws:s3:::team-pay-data/*"'),
  ];
}
