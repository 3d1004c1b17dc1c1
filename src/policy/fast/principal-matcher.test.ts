import { describe, expect, it } from "vitest";
import type { PolicyStatement } from "../document.ts";
import type { Principal, Request } from "../request/request.ts";
import { federated, grant, named, OTHER, outcome, OWN, policy, root, service, session, user } from "./testing/kit.ts";

const asked = (principal: Principal): Partial<Request> => ({ principal, resourceAccount: OWN });
const by = (principal: Principal, element: PolicyStatement["Principal"]) => outcome({ resource: named(policy(grant(element))) }, asked(principal));

/** IAM User Guide, "AWS JSON policy elements: Principal". */
describe("Principal", () => {
  it("names users, sessions and federated sessions by their ARN, case-sensitive", () => {
    for (const principal of [user, session, federated]) expect(by(principal, { AWS: principal.arn ?? "" })).toBe("allowed");
    expect(by(user, { AWS: `arn:aws:iam::${OWN}:user/Alice` })).toBe("implicitDeny");
  });

  it("names a role with its path, for each of its sessions", () => {
    expect(by(session, { AWS: session.roleArn })).toBe("allowed");
    expect(by(session, { AWS: `arn:aws:iam::${OWN}:role/Writer` })).toBe("implicitDeny");
  });

  it("has no wildcard for a part of a name", () => {
    expect(by(session, { AWS: `arn:aws:iam::${OWN}:role/*` })).toBe("implicitDeny");
    expect(by(session, { AWS: `arn:aws:sts::${OWN}:assumed-role/Writer/*` })).toBe("implicitDeny");
  });

  it("takes * and {AWS: *} for everyone, anonymous callers included", () => {
    for (const principal of [user, session, service, { type: "anonymous" } as const]) {
      expect(by(principal, "*")).toBe("allowed");
      expect(by(principal, { AWS: "*" })).toBe("allowed");
    }
  });

  it("names services that call as themselves", () => {
    expect(by(service, { Service: "logs.amazonaws.com" })).toBe("allowed");
    expect(by(service, { Service: ["sns.amazonaws.com", "logs.eu-west-1.amazonaws.com"] })).toBe("allowed");
    expect(by(service, { Service: "sns.amazonaws.com" })).toBe("implicitDeny");
    expect(by(session, { Service: "logs.amazonaws.com" })).toBe("implicitDeny");
  });

  it("names providers of tokens and assertions", () => {
    expect(by({ type: "web-identity", provider: "accounts.google.com" }, { Federated: "accounts.google.com" })).toBe("allowed");
    const saml = `arn:aws:iam::${OWN}:saml-provider/corp`;
    expect(by({ type: "saml", provider: saml }, { Federated: [saml] })).toBe("allowed");
    expect(by({ type: "saml", provider: saml }, { Federated: "accounts.google.com" })).toBe("implicitDeny");
  });

  it("names an account by id, root ARN or canonical user, which leaves it to identity policies", () => {
    const caller = { ...user, canonicalUserId: "79a5" };
    for (const element of [{ AWS: OWN }, { AWS: root.arn }, { CanonicalUser: "79a5" }]) {
      expect(by(caller, element)).toBe("implicitDeny");
      const chain = { resource: named(policy(grant(element))), identity: [named(policy({ Effect: "Allow", Action: "*", Resource: "*" }))] };
      expect(outcome(chain, { principal: { ...caller, accountId: OWN }, resourceAccount: OTHER })).toBe("allowed");
    }
  });

  it("denies all of an account that a Deny names", () => {
    const chain = { identity: [named(policy({ Effect: "Allow", Action: "*", Resource: "*" }))], resource: named(policy(grant({ AWS: OWN }, { Effect: "Deny" }))) };
    for (const principal of [user, session, root]) expect(outcome(chain, { principal })).toBe("explicitDeny");
  });

  it("does not match the id that is left of a deleted principal", () => {
    expect(by(user, { AWS: "AIDACKCEVSQ6C2EXAMPLE" })).toBe("implicitDeny");
  });

  it("is needed in a resource policy", () => {
    expect(outcome({ resource: named(policy({ Effect: "Allow", Action: "*", Resource: "*" })) })).toBe("implicitDeny");
  });
});

/** IAM User Guide, "AWS JSON policy elements: NotPrincipal". */
describe("NotPrincipal with Deny", () => {
  const identity = [named(policy({ Effect: "Allow", Action: "*", Resource: "*" }))];
  const denied = (principal: Principal, NotPrincipal: PolicyStatement["NotPrincipal"], boundary = false) =>
    outcome({ identity, session: identity, ...(boundary ? { boundary: identity } : {}), resource: named(policy({ Effect: "Deny", NotPrincipal, Action: "*", Resource: "*" })) }, { principal });

  it("denies all principals except those listed with all that they are", () => {
    expect(denied(user, { AWS: [user.arn, root.arn] })).toBe("allowed");
    expect(denied(session, { AWS: [session.arn ?? "", session.roleArn, OWN] })).toBe("allowed");
    expect(denied(federated, { AWS: [federated.arn, user.arn, OWN] })).toBe("allowed");
    expect(denied(root, { AWS: OWN })).toBe("allowed");
    expect(denied(user, "*")).toBe("allowed");
  });

  it("denies a principal whose account, role or name is not listed", () => {
    expect(denied(user, { AWS: user.arn })).toBe("explicitDeny");
    expect(denied(user, { AWS: root.arn })).toBe("explicitDeny");
    expect(denied(session, { AWS: [session.arn ?? "", OWN] })).toBe("explicitDeny");
    expect(denied(session, { AWS: [session.roleArn, OWN] })).toBe("explicitDeny");
    expect(denied(federated, { AWS: [federated.arn, OWN] })).toBe("explicitDeny");
  });

  it("knows a session without name by its role", () => {
    expect(denied({ ...session, arn: undefined }, { AWS: [session.roleArn, OWN] })).toBe("allowed");
  });

  it("always denies a principal with a permissions boundary", () => {
    expect(denied(user, { AWS: [user.arn, root.arn] }, true)).toBe("explicitDeny");
    expect(denied(root, { AWS: OWN }, true)).toBe("allowed");
  });

  it("spares services and providers by one of their names", () => {
    const chain = (NotPrincipal: PolicyStatement["NotPrincipal"]) => ({ resource: named(policy(grant("*"), { Effect: "Deny", NotPrincipal, Action: "*", Resource: "*" })) });
    expect(outcome(chain({ Service: "logs.amazonaws.com" }), { principal: service })).toBe("allowed");
    expect(outcome(chain({ Service: "sns.amazonaws.com" }), { principal: service })).toBe("explicitDeny");
    expect(outcome(chain({ AWS: OWN }), { principal: { type: "anonymous" } })).toBe("explicitDeny");
  });
});

describe("NotPrincipal with Allow", () => {
  it("grants to every caller of whom nothing is listed", () => {
    const granted = (principal: Principal, NotPrincipal: PolicyStatement["NotPrincipal"]) =>
      outcome({ resource: named(policy({ Effect: "Allow", NotPrincipal, Action: "*", Resource: "*" })) }, { principal });
    expect(granted(user, { AWS: session.roleArn })).toBe("allowed");
    expect(granted(user, { AWS: OWN })).toBe("implicitDeny");
    expect(granted({ type: "anonymous" }, { AWS: OWN })).toBe("allowed");
  });
});
