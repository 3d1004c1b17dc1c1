/** ARNs of IAM and STS. Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management". */
type Kind = "user" | "group" | "role" | "policy" | "instance-profile";

export const arnOf = (accountId: string, kind: Kind, { path, name }: { readonly path: string; readonly name: string }): string =>
  `arn:aws:iam::${accountId}:${kind}${path}${name}`;

export const rootArn = (accountId: string): string => `arn:aws:iam::${accountId}:root`;
export const samlProviderArn = (accountId: string, name: string): string => `arn:aws:iam::${accountId}:saml-provider/${name}`;
export const oidcProviderArn = (accountId: string, url: string): string => `arn:aws:iam::${accountId}:oidc-provider/${url}`;
export const managedPolicyArn = (path: string, name: string): string => `arn:aws:iam::aws:policy${path}${name}`;

export interface IamArn {
  readonly accountId: string;
  readonly kind: string;
  /** With the slashes at both ends. */
  readonly path: string;
  readonly name: string;
}

/** The parts of an ARN of IAM whose resource has a kind, a path and a name. */
export function parseIamArn(arn: string): IamArn | undefined {
  const match = /^arn:aws:iam::(\d{12}|aws):([a-z-]+)(\/(?:[^:]*\/)?)([^/:]+)$/.exec(arn);
  if (!match) return undefined;
  const [, accountId = "", kind = "", path = "", name = ""] = match;
  return { accountId, kind, path, name };
}
