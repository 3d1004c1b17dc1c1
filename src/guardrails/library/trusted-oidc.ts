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

/**
 * Unconfirmed: whether AWS gives the ARN of the provider or its host, so both are named. The account is 12 characters,
 * because a star would go on into the path of a provider's URL, which its maker chooses.
 */
const formsOf = (partition: Partition, host: string): string[] => [`arn:${partition}:iam::${"?".repeat(12)}:oidc-provider/${host}`, host];

/**
 * Since 15 July 2026 GitHub writes numbers into the subject, `repo:acme@1234/shop@5678:…`; older repositories go on
 * without. No name of GitHub's holds an `@`. Source: GitHub Docs, "OpenID Connect reference", immutable subject claims.
 */
const subjectsOf = (name: string): string[] => (name.includes("@") ? [`repo:${name}/*`] : [`repo:${name}/*`, `repo:${name}@*/*`]);

/**
 * What a host of EKS never is: a Region has neither a dot nor a slash. Somebody who has a host such as
 * `oidc.eks.example.com` may put the rest into a path, or into the name of a bucket.
 */
const IMITATED_CLUSTERS = ["*oidc.eks.*.*.amazonaws.com*/id/*", "*oidc.eks.*/*.amazonaws.com*/id/*"];

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
    { name: "organizations", kind: "strings", form: "github", example: ["acme"], description: "Names of GitHub organizations whose workflows may assume roles, as in `acme`, or `acme@1234` with the number that GitHub gave it and no other." },
    { name: "providers", kind: "strings", form: "role", default: [], example: ["login.example.com"], description: "Hosts, with paths, of further OpenID Connect providers." },
  ],
  leaves: [
    "Which repository and branch: that is for the trust policy of each role.",
    "A cluster of somebody else's, if its provider is added to the account; `deny-federation-changes` lets none be added.",
    "SAML, and callers that AWS knows.",
    "Identity pools of Cognito, and Google, Amazon and Facebook, are providers too: applications that sign their users in by them need the host, such as `cognito-identity.amazonaws.com`, in `providers`.",
    "Repositories whose subject was made another than GitHub's usual one are denied.",
    "Unconfirmed: that aws:FederatedProvider is in the call itself and not only in the session that it opens. Where it is missing, an unknown provider is let through; repositories are told by the token itself.",
  ],
  statements: (settings) => {
    const trusted = [`oidc.eks.*.amazonaws.com${settings.partition === "aws-cn" ? ".cn" : ""}/id/*`, "token.actions.githubusercontent.com", ...textsOf(settings, "providers")];
    const unknownProvider: ConditionBlock = {
      StringNotLike: { "aws:FederatedProvider": trusted.flatMap((host) => formsOf(settings.partition, host)) },
      Null: { "aws:FederatedProvider": "false" },
    };
    const foreignRepository: ConditionBlock = {
      StringNotLike: { [SUBJECT]: textsOf(settings, "organizations").flatMap(subjectsOf) },
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
      {
        Sid: "NoImitatedClusters",
        Effect: "Deny",
        Principal: "*",
        Action: "sts:AssumeRoleWithWebIdentity",
        Resource: "*",
        Condition: { StringLike: { "aws:FederatedProvider": IMITATED_CLUSTERS } },
      },
    ];
  },
  proof: [
    denied("a token of a provider that nobody knows opens nothing", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("evil.example.com"))),
    denied("nor does one whose name begins alike", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("token.actions.githubusercontent.com.evil.example"))),
    denied("nor one in whose path a known name comes again", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("evil.example.com/a:oidc-provider/token.actions.githubusercontent.com"))),
    denied("nor one that looks like a cluster by its path", "sts:AssumeRoleWithWebIdentity", ROLE, token(provider("oidc.eks.app/x.amazonaws.com/id/1"))),
    denied("nor one that looks like a cluster and is a bucket", "sts:AssumeRoleWithWebIdentity", ROLE, { principal: GITHUB, context: { "aws:FederatedProvider": "oidc.eks.evil.s3.eu-west-1.amazonaws.com/id/1" } }),
    denied("nor a workflow of a stranger", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:stranger/fork:ref:refs/heads/main")),
    denied("nor one of an organization whose name begins alike", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:acme-evil/shop:ref:refs/heads/main")),
    works("our workflows deploy, whichever way AWS names the provider", "sts:AssumeRoleWithWebIdentity", ROLE, { principal: GITHUB, context: { "aws:FederatedProvider": "token.actions.githubusercontent.com", [SUBJECT]: "repo:acme/shop:ref:refs/heads/main" } }),
    works("our workflows deploy", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:acme/shop:ref:refs/heads/main")),
    works("so do those of repositories that GitHub gave numbers", "sts:AssumeRoleWithWebIdentity", ROLE, repository("repo:acme@1234/shop@5678:ref:refs/heads/main")),
    denied("but not those of an organization that took our name, where the number is given", "sts:AssumeRoleWithWebIdentity", ROLE, { ...repository("repo:acme@9999/shop@5678:ref:refs/heads/main"), parameters: { organizations: ["acme@1234"] } }),
    works("while ours do", "sts:AssumeRoleWithWebIdentity", ROLE, { ...repository("repo:acme@1234/shop@5678:ref:refs/heads/main"), parameters: { organizations: ["acme@1234"] } }),
    works("pods of our clusters get their roles", "sts:AssumeRoleWithWebIdentity", ROLE, token(CLUSTER, { "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub": "system:serviceaccount:shop:shop" })),
    works("a provider that is named is trusted", "sts:AssumeRoleWithWebIdentity", ROLE, { ...token(provider("login.example.com")), parameters: { organizations: ["acme"], providers: ["login.example.com"] } }),
    works("callers that AWS knows assume roles", "sts:AssumeRole", ROLE, { principal: WHO.sibling }),
    works("a token whose provider AWS does not tell is let through", "sts:AssumeRoleWithWebIdentity", ROLE, { principal: "cognito-identity.amazonaws.com" }),
  ],
};
