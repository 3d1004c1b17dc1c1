import { parseArn } from "../../ids/index.ts";
import type { Principal } from "./request.ts";

/**
 * Whether a role is service-linked, by its ARN: the path `aws-service-role/` is AWS's own. A session's ARN has no path; for
 * a role of which only the name is known, the reserved beginning of the name tells (open question
 * session-without-issuer-path).
 * Source: IAM User Guide, "Service-linked roles".
 */
export const isServiceLinkedRole = (roleArn: string): boolean => SERVICE_LINKED.test(roleArn);

const SERVICE_LINKED = /^arn:[^:]*:iam:[^:]*:[^:]*:role\/(?:aws-service-role\/|AWSServiceRoleFor)/;

/**
 * The principal that a text names: the ARN of a user, a role, a session, a root user or a provider, an account id (its
 * root user), a service (`lambda.amazonaws.com`), the host name of a web identity provider, or nobody (`anonymous`, an
 * unsigned request). Undefined for all else.
 *
 * A session's ARN does not have the path of its role, nor a federated session's the name of its user: `issuerArn` gives
 * the role or user; without it, it is the one of that name without a path (open question session-without-issuer-path).
 */
export function principalFromText(text: string, issuerArn?: string): Principal | undefined {
  if (/^\d{12}$/.test(text)) return { type: "root", arn: `arn:aws:iam::${text}:root`, accountId: text };
  if (text === "anonymous") return { type: "anonymous" };
  if (!text.startsWith("arn:")) return isServiceName(text) ? { type: "service", names: [text] } : isHostName(text) ? { type: "web-identity", provider: text } : undefined;
  const arn = parseArn(text);
  // The users of CloudFront, its origin access identities, are in no account.
  if (arn === undefined || !/^\d{12}$/.test(arn.accountId)) return undefined;
  const { accountId, partition, resource } = arn;
  const [kind, name = ""] = resource.split("/");
  const issuer = (type: string): string => issuerArn ?? `arn:${partition}:iam::${accountId}:${type}/${name}`;
  switch (`${arn.service}:${kind}`) {
    case "iam:root":
      return { type: "root", arn: text, accountId };
    case "iam:user":
      return { type: "user", arn: text, accountId };
    case "iam:role":
      return { type: "role-session", roleArn: text, accountId };
    case "sts:assumed-role":
      return { type: "role-session", arn: text, roleArn: issuer("role"), accountId };
    case "sts:federated-user":
      return { type: "federated-user", arn: text, issuerArn: issuer("user"), accountId };
    case "iam:oidc-provider":
      return { type: "web-identity", provider: text };
    case "iam:saml-provider":
      return { type: "saml", provider: text };
    default:
      return undefined;
  }
}

/** These are providers where they stand as a principal. Source: IAM User Guide, "AWS JSON policy elements: Principal". */
const AMAZON_PROVIDERS: ReadonlySet<string> = new Set(["cognito-identity.amazonaws.com", "www.amazon.com"]);

/** Few services have a name such as `alexa-appkit.amazon.com`. */
const isServiceName = (text: string): boolean => /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(text) && !AMAZON_PROVIDERS.has(text);

/** A path may follow: `oidc.eks.eu-west-1.amazonaws.com/id/1`. */
const isHostName = (text: string): boolean => /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(text);
