import { describe, expect, it } from "vitest";
import { compileChain, decide, explainByReference, requestFrom } from "../policy/index.ts";
import { exemptArns, FOUNDATION_ROLES, GUARDRAILS, type StatementGuardrail } from "./index.ts";
import { protectOrgRoles } from "./library/protect-org-roles.ts";
import { MEMBER, PROOF_PLACE, WHO } from "./proof.ts";
import { proofSettings } from "./prove.ts";

const everything = { name: "FullAWSAccess", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } } as const;
const chainOf = (guardrails: readonly StatementGuardrail[]) => ({
  identity: [everything],
  scps: [{ name: "Root", policies: [everything, ...guardrails.map((guardrail) => ({ name: guardrail.name, document: { Version: "2012-10-17", Statement: guardrail.statements(proofSettings(guardrail)) } as const }))] }],
});
const withExemptions = GUARDRAILS.filter((guardrail): guardrail is StatementGuardrail => "statements" in guardrail && JSON.stringify(guardrail.statements(proofSettings(guardrail))).includes("ArnNotLike"));

/** What an administrator would do to be let through, with one example name for each pattern of a role that is. */
const NAMES = [...FOUNDATION_ROLES, "break-glass"].map((pattern) => pattern.replaceAll("*", "mine"));
const TAKING_OVER = [
  "iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:PassRole", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRole",
];

describe("The roles that guardrails let through", () => {
  it("are those of the foundation and those that the organization file names", () => {
    expect(exemptArns("aws-cn", ["break-glass", "platform/deploy-*", "arn:aws-cn:iam::111111111111:role/one"])).toEqual([
      ...FOUNDATION_ROLES.map((name) => `arn:aws-cn:iam::*:role/${name}`),
      "arn:aws-cn:iam::*:role/break-glass", "arn:aws-cn:iam::*:role/platform/deploy-*", "arn:aws-cn:iam::111111111111:role/one",
    ]);
  });

  const chain = chainOf([protectOrgRoles]);
  const takingOver = NAMES.flatMap((name) => TAKING_OVER.flatMap((action) => [WHO.administrator, WHO.root, WHO.user, WHO.person].map((principal) => [action, name, principal] as const)));

  it.each(takingOver)("cannot be taken over by %s on %s as %s, where protect-org-roles is attached", (action, name, principal) => {
    for (const context of [{}, { "aws:ViaAWSService": "true", "aws:CalledVia": ["cloudformation.amazonaws.com"] }]) {
      const request = requestFrom({ principal, action, resource: `arn:aws:iam::${MEMBER}:role/${name}`, context });
      expect([decide(compileChain(chain), request).outcome, explainByReference(chain, request).decision.outcome]).toEqual(["explicitDeny", "explicitDeny"]);
    }
  });

  it("are named so closely that a role in a path, or of another spelling, is not let through", () => {
    const root = withExemptions.find(({ name }) => name === "suspended-deny-all");
    const denied = chainOf(root === undefined ? [] : [root]);
    for (const name of ["team/landfall-member", "Landfall-member", "my-landfall-member", "stacksets-exec", "OrganizationAccountAccessRole2", "x/break-glass", "break-glass-2"]) {
      const request = requestFrom({ principal: `arn:aws:iam::${MEMBER}:role/${name}`, action: "s3:ListAllMyBuckets" });
      expect([name, decide(compileChain(denied), request).outcome]).toEqual([name, "explicitDeny"]);
    }
  });

  it("are what protect-org-roles protects, to the letter", () => {
    const [roles] = protectOrgRoles.statements(proofSettings(protectOrgRoles));
    expect(roles?.Resource).toEqual(expect.arrayContaining([...PROOF_PLACE.exempt]));
  });

  it("are let through by name in every SCP that lets anybody through", () => {
    for (const guardrail of withExemptions) {
      for (const { Condition } of guardrail.statements(proofSettings(guardrail))) {
        const patterns = [Condition?.["ArnNotLike"]?.["aws:PrincipalArn"] ?? PROOF_PLACE.exempt].flat();
        expect(patterns.slice(0, PROOF_PLACE.exempt.length)).toEqual([...PROOF_PLACE.exempt]);
      }
    }
  });
});
