import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { Stage } from "./testing/stage.ts";

const principals = (stage: Stage) => stage.call("ListAWSServiceAccessForOrganization").EnabledServicePrincipals?.map(({ ServicePrincipal }) => ServicePrincipal);

describe("trusted access", () => {
  it("is given to services and taken from them, with its date", () => {
    const stage = new Stage();
    stage.found();
    const since = new Date(stage.now);
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    stage.wait(60);
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "ram.amazonaws.com" });
    expect(stage.call("ListAWSServiceAccessForOrganization", { MaxResults: 1 })).toMatchObject({
      EnabledServicePrincipals: [{ ServicePrincipal: "config.amazonaws.com", DateEnabled: since }],
      NextToken: expect.any(String) as string,
    });
    stage.call("DisableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    stage.call("DisableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    expect(principals(stage)).toEqual(["ram.amazonaws.com"]);
  });

  it("is for services that are known", () => {
    const stage = new Stage();
    stage.found();
    for (const name of ["EnableAWSServiceAccess", "DisableAWSServiceAccess"] as const) {
      expect(awsError(() => stage.call(name, { ServicePrincipal: "nonsense.amazonaws.com" }))).toBe("InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL");
    }
  });

  it("needs all features", () => {
    const stage = new Stage();
    stage.found("CONSOLIDATED_BILLING");
    const refused = awsError(() => stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" }));
    expect(refused).toBe("ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
  });

  it("stays while a policy type needs it", () => {
    const stage = new Stage();
    const RootId = stage.found();
    const ServicePrincipal = "securityhub.amazonaws.com";
    stage.call("EnableAWSServiceAccess", { ServicePrincipal });
    stage.call("EnablePolicyType", { RootId, PolicyType: "SECURITYHUB_POLICY" });
    const refused = "ConstraintViolationException POLICY_TYPE_ENABLED_FOR_THIS_SERVICE";
    expect(awsError(() => stage.call("DisableAWSServiceAccess", { ServicePrincipal }))).toBe(refused);
    stage.wait(6);
    stage.call("DisablePolicyType", { RootId, PolicyType: "SECURITYHUB_POLICY" });
    expect(awsError(() => stage.call("DisableAWSServiceAccess", { ServicePrincipal }))).toBe(refused);
    stage.wait(6);
    stage.call("DisableAWSServiceAccess", { ServicePrincipal });
  });
});
