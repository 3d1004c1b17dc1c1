import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const SAML = `arn:aws:iam::${MEMBER}:saml-provider/company`;
const OIDC = `arn:aws:iam::${MEMBER}:oidc-provider/token.actions.githubusercontent.com`;

export const denyFederationChanges: StatementGuardrail = {
  name: "deny-federation-changes",
  title: "No provider of identities is added or changed",
  form: "scp",
  reason: "A provider of one's own signs tokens for anybody. Whoever adds one comes back without a user, a key or a password in the account.",
  source: 'aws-samples, "service-control-policy-examples"; IAM User Guide, "Identity providers and federation"',
  rows: [113, 124, 130],
  parameters: [],
  leaves: [
    "EKS clusters and pipelines that need a provider of their own get it from a role that is let through.",
    "A role that trusts a provider of another kind, such as accounts.google.com, needs none in the account; `deny-new-ways-in` holds trust policies.",
  ],
  statements: (settings) => [
    {
      Sid: "ProvidersStay",
      Effect: "Deny",
      Action: [
        "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:CreateSAMLProvider",
        "iam:DeleteOpenIDConnectProvider", "iam:DeleteSAMLProvider", "iam:RemoveClientIDFromOpenIDConnectProvider",
        "iam:UpdateOpenIDConnectProviderThumbprint", "iam:UpdateSAMLProvider",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
    {
      Sid: "TrustAnchorsStay",
      Effect: "Deny",
      Action: [
        "rolesanywhere:CreateTrustAnchor", "rolesanywhere:DeleteCrl", "rolesanywhere:DisableCrl", "rolesanywhere:EnableTrustAnchor",
        "rolesanywhere:UpdateCrl", "rolesanywhere:UpdateTrustAnchor",
      ],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator adds no SAML provider", "iam:CreateSAMLProvider", SAML),
    denied("nor an OpenID Connect provider", "iam:CreateOpenIDConnectProvider", OIDC),
    denied("nor swaps the certificate of one that is there", "iam:UpdateSAMLProvider", SAML),
    denied("nor lets other clients in", "iam:AddClientIDToOpenIDConnectProvider", OIDC),
    denied("nor can the root user", "iam:CreateSAMLProvider", SAML, { principal: WHO.root }),
    denied("nor trusts certificates of his own", "rolesanywhere:CreateTrustAnchor", `arn:aws:rolesanywhere:eu-central-1:${MEMBER}:trust-anchor/1`),
    works("a pipeline signs in by the provider that is there", "sts:AssumeRoleWithWebIdentity", `arn:aws:iam::${MEMBER}:role/deploy`, { principal: OIDC }),
    works("people see providers", "iam:GetSAMLProvider", SAML),
    denied("nor has a certificate that was revoked count again", "rolesanywhere:UpdateCrl", `arn:aws:rolesanywhere:eu-central-1:${MEMBER}:crl/1`),
    works("certificates are revoked", "rolesanywhere:ImportCrl", `arn:aws:rolesanywhere:eu-central-1:${MEMBER}:crl/1`),
    works("and all of an authority at once", "rolesanywhere:DisableTrustAnchor", `arn:aws:rolesanywhere:eu-central-1:${MEMBER}:trust-anchor/1`),
    works("the baseline adds the pipeline's provider", "iam:CreateOpenIDConnectProvider", OIDC, { principal: WHO.stackSets }),
    works("Identity Center renews its own", "iam:UpdateSAMLProvider", SAML, { principal: `arn:aws:iam::${MEMBER}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO` }),
  ],
};
