import type { Principal, RequestContext } from "./request.ts";

/**
 * The condition keys that follow from the principal alone.
 * Source: IAM User Guide, "AWS global condition context keys", "Properties of the principal": aws:PrincipalIsAWSService is
 * there for "all signed API requests that use AWS credentials"; and "Variables and tags", "Principal key values".
 */
export function contextOfPrincipal(principal: Principal): RequestContext {
  switch (principal.type) {
    case "root":
      return { ...ofAccount(principal.arn, principal.accountId, "Account"), "aws:userid": principal.accountId };
    case "user":
      return { ...ofAccount(principal.arn, principal.accountId, "User"), "aws:username": principal.arn.split("/").at(-1) };
    case "role-session":
      return ofAccount(principal.roleArn, principal.accountId, "AssumedRole");
    case "federated-user":
      return { ...ofAccount(principal.arn, principal.accountId, "FederatedUser"), "aws:userid": `${principal.accountId}:${principal.arn.split("/").at(-1) ?? ""}` };
    case "service":
      return { "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": principal.names[0], "aws:PrincipalServiceNamesList": principal.names };
    case "anonymous":
      return { "aws:PrincipalAccount": "anonymous", "aws:PrincipalType": "Anonymous", "aws:userid": "anonymous" };
    case "web-identity":
    case "saml":
      // Whoever comes with a token or an assertion has no credentials of AWS yet.
      return {};
  }
}

const ofAccount = (arn: string, accountId: string, type: string): RequestContext => ({
  "aws:PrincipalArn": arn,
  "aws:PrincipalAccount": accountId,
  "aws:PrincipalType": type,
  "aws:PrincipalIsAWSService": "false",
});
