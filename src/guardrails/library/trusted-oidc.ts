import type { Partition } from "../../ids/index.ts";
import type { ConditionBlock } from "../../policy/index.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const ROLE = `arn:aws:iam::${MEMBER}:role/deploy`;
const provider = (host: string): string => `arn:aws:iam::${MEMBER}:oidc-provider/${host}`;
const GITHUB = provider("token.actions.githubusercontent.com");
const CLUSTER = provider("oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF");
const token = (arn: string, context: Readonly<Record<string, string>> = {}) => ({ principal: arn, context: { "aws:FederatedProvider": arn, ...context } });
const repository = (sub: string) => token(GITHUB, { [SUBJECT]: sub });

const SUBJECT = "token.actions.githubusercontent.com:sub";

/** Unconfirmed: whether AWS gives the ARN of the provider or its host, so both are named. */
const formsOf = (partition: Partition, host: string): string[] => [`arn:${partition}:iam::*:oidc-provider/${host}`, host];

/**
 * EKS makes a provider for each cluster, whose name holds an id that nobody knows before.
 * Every token of GitHub says whose it is, and no other provider's token carries that key.
 */
export const trustedOidc: StatementGuardrail = {
  name: "trusted-oidc",
  title: "Roles are assumed with tokens of our clusters and our GitHub organizations only",
  form: "rcp",
  reason: "A role that trusts GitHub without saying which repository trusts everybody who has one. A provider that an attacker adds signs any token he likes.",
  source: 'aws-samples, "resource-control-policy-examples"; IAM User Guide, "Configuring a role for GitHub OIDC identity provider"',
  rows: [124, 130],
  parameters: [
    { name: "organizations", kind: "strings", form: "role", example: ["acme"], description: "Names of GitHub organizations whose workflows may assume roles." },
    { name: "providers", kind: "strings", form: "role", default: [], example: ["login.example.com"], description: "Hosts, with paths, of further OpenID Connect providers." },
  ],
  leaves: [
    "Which repository and branch: that is for the trust policy of each role.",
    "A cluster of somebody else's, if its provider is added to the account; `deny-federation-changes` lets none be added.",
    "SAML, and callers that AWS knows.",
    "Unconfirmed: that aws:FederatedProvider is in the call itself and not only in the session that it opens. Where it is missing, an unknown provider is let through; repositories are told by the token itself.",
  ],
  statements: (settings) => {
    const trusted = ["oidc.eks.*.amazonaws.com/id/*", "token.actions.githubusercontent.com", ...textsOf(settings, "providers")];
    const unknownProvider: ConditionBlock = {
      StringNotLike: { "aws:FederatedProvider": trusted.flatMap((host) => formsOf(settings.partition, host)) },
      Null: { "aws:FederatedProvider": "false" },
    };
    const foreignRepository: ConditionBlock = {
      StringNotLike: { [SUBJECT]: textsOf(settings, "organizations").map((name) => `repo:${name}/*`) },
      Null: { [SUBJECT]: "false" },
    };
    return [
      {
        Sid: "KnownProvidersOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sts:AssumeRoleWithWebIdentity",
        Resource: "*",
        Condition: unknownProvider,
      },
      {
        Sid: "OurRepositoriesOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sts:AssumeRoleWithWebIdentity",
        Resource: "*",
        Condition: foreignRepository,
      },
    ];
  },
  proof: [
    denied("a token of a provider that nobody knows opens nothing", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("evil.example.com"))),
    denied("nor does one whose name begins alike", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("token.actions.githubusercontent.com.evil.example"))),
    denied("nor a workflow of a stranger", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:stranger/fork:ref:refs/heads/main")),
    denied("nor one of an organization whose name begins alike", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:acme-evil/shop:ref:refs/heads/main")),
    works("our workflows deploy, whichever way AWS names the provider", "sts:AssumeRoleWithWebIdentity", ROLE, { principal: GITHUB, context: { "aws:FederatedProvider": "token.actions.githubusercontent.com", [SUBJECT]: "repo:acme/shop:ref:refs/heads/main" } }),
    works("our workflows deploy", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:acme/shop:ref:refs/heads/main")),
    works("pods of our clusters get their roles", "sts:AssumeRoleWithWebIdentity", ROLE, token(CLUSTER, { "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub": "system:serviceaccount:shop:shop" })),
    works("a provider that is named is trusted", "sts:AssumeRoleWithWebIdentity", ROLE, { ...token(provider("login.example.com")), parameters: { organizations: ["acme"], providers: ["login.example.com"] } }),
    works("callers that AWS knows assume roles", "sts:AssumeRole", ROLE, { principal: WHO.sibling }),
    works("a token whose provider AWS does not tell is let through", "sts:AssumeRoleWithWebIdentity", ROLE, { principal: "cognito-identity.amazonaws.com" }),
  ],
};
