import { placeOf, roleSpec } from "../../../../src/bootstrap/index.ts";
import type { Examination } from "../../../../src/doctor/index.ts";
import type { ShownRole } from "../../../../src/report/index.ts";

const place = placeOf({ managementAccountId: "111111111111", organizationId: "o-ab12cd34ef", homeRegion: "eu-west-1" });
const trusted = { principals: ["arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Platform_*", "arn:aws:iam::222222222222:role/ci/deploy"] };

/** The plan role with few actions, so that a new kind of thing does not change the screen. */
const small = (kind: "plan" | "apply" | "member", actions: readonly string[]): ShownRole["spec"] => ({
  ...roleSpec(kind, place, kind === "member" ? undefined : trusted),
  policy: { Version: "2012-10-17", Statement: [{ Sid: kind === "apply" ? "ChangeUnscoped" : "ReadUnscoped", Effect: "Allow", Action: actions, Resource: ["*"] }, { Sid: "EnterMembers", Effect: "Allow", Action: ["sts:AssumeRole"], Resource: ["arn:aws:iam::*:role/landfall-member"], Condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } } }] },
});

const found = (spec: ShownRole["spec"]) => ({ arn: "", ours: true, trust: spec.trust, maxSessionSeconds: 3_600, inline: new Map(), attached: [] });
const plan = small("plan", ["organizations:DescribeOrganization", "organizations:ListAccounts", "tag:GetResources"]);
const apply = small("apply", ["organizations:AttachPolicy", "organizations:CreateAccount"]);

export const roles: readonly ShownRole[] = [
  { spec: plan, state: { found: found(plan), drift: [{ about: "policy", text: "lacks organizations:ListRoots, organizations:ListPolicies" }, { about: "extra", text: "has a further policy arn:aws:iam::aws:policy/AdministratorAccess" }] } },
  { spec: apply, state: { drift: [] } },
  { spec: small("member", ["iam:GetRole"]) },
];
export const about = "111111111111  o-ab12cd34ef  eu-west-1";

/** One finding of every kind, and a name with what a terminal obeys. */
export const examination: Examination = {
  reason: "credentials",
  checks: [
    { check: "node", findings: [{ status: "ok", text: "22.14.0" }] },
    { check: "file", findings: [{ status: "warn", text: "landfall.config.ts loads, with 2 warnings", fix: "landfall check" }] },
    { check: "credentials", findings: [{ status: "ok", text: "arn:aws:sts::111111111111:assumed-role/landfall-plan/anna\u001B[2J" }] },
    { check: "permissions", findings: [{ status: "fail", text: "the credentials lack organizations:ListRoots, organizations:ListPolicies, without which there is no plan", fix: "Give the role this policy:\nlandfall doctor --print-policy read", reason: "credentials" }] },
    { check: "roles", findings: [{ status: "warn", text: "landfall-plan lacks organizations:ListRoots", fix: "landfall bootstrap --create --profile platform" }, { status: "ok", text: "landfall-apply is as it should be" }] },
    { check: "member role", findings: [{ status: "skip", text: "not tried: only landfall-plan and landfall-apply are let into member accounts", fix: "Name one of them with --role." }] },
    { check: "lock", findings: [{ status: "warn", text: "held by anna@laptop, run 20261123-1412-3f9a, since 2026-11-23T14:12:00Z, until 2026-11-23T14:27:00Z: nobody else can apply now", fix: "Wait for it, or if that run is surely dead:\nlandfall unlock" }] },
  ],
};
