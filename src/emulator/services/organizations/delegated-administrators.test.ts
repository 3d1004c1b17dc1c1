import { describe, expect, it } from "vitest";
import { setAccountLimit } from "./settings.ts";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

const CONFIG = "config.amazonaws.com";
const SSO = "sso.amazonaws.com";

function stageWith(...principals: string[]): Stage {
  const stage = new Stage();
  stage.found();
  for (const ServicePrincipal of principals) stage.call("EnableAWSServiceAccess", { ServicePrincipal });
  return stage;
}

const register = (stage: Stage, AccountId: string, ServicePrincipal: string) => stage.call("RegisterDelegatedAdministrator", { AccountId, ServicePrincipal });
const deregister = (stage: Stage, AccountId: string, ServicePrincipal: string) => stage.call("DeregisterDelegatedAdministrator", { AccountId, ServicePrincipal });
const administrators = (stage: Stage, ServicePrincipal?: string) =>
  stage.call("ListDelegatedAdministrators", { ServicePrincipal }).DelegatedAdministrators?.map(({ Id }) => Id);

describe("delegated administrators", () => {
  it("are listed with the services they administer, and since when", () => {
    const stage = stageWith(CONFIG, SSO);
    const audit = stage.account("audit");
    const since = new Date(stage.now);
    register(stage, audit, CONFIG);
    stage.wait(60);
    register(stage, audit, SSO);
    expect(stage.call("ListDelegatedAdministrators").DelegatedAdministrators).toEqual([
      expect.objectContaining({ Id: audit, Name: "audit", Email: "audit@example.com", State: "ACTIVE", JoinedMethod: "CREATED", DelegationEnabledDate: since }),
    ]);
    expect(stage.call("ListDelegatedServicesForAccount", { AccountId: audit }).DelegatedServices).toEqual([
      { ServicePrincipal: CONFIG, DelegationEnabledDate: since },
      { ServicePrincipal: SSO, DelegationEnabledDate: new Date(stage.now) },
    ]);
    deregister(stage, audit, CONFIG);
    expect([administrators(stage, CONFIG), administrators(stage, SSO), administrators(stage)]).toEqual([[], [audit], [audit]]);
    deregister(stage, audit, SSO);
    expect(administrators(stage)).toEqual([]);
    expect(awsError(() => stage.call("ListDelegatedServicesForAccount", { AccountId: audit }))).toBe("AccountNotRegisteredException");
  });

  it("are active member accounts", () => {
    const stage = stageWith(CONFIG);
    expect(awsError(() => register(stage, "222222222222", CONFIG))).toBe("AccountNotFoundException");
    expect(awsError(() => register(stage, MANAGEMENT, CONFIG))).toBe("ConstraintViolationException CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR");
    const old = stage.account("old");
    stage.call("CloseAccount", { AccountId: old });
    stage.wait(180);
    expect(awsError(() => register(stage, old, CONFIG))).toBe("ConstraintViolationException CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR");
  });

  it("are for services that have trusted access and know such administrators", () => {
    const stage = stageWith("ram.amazonaws.com");
    const audit = stage.account("audit");
    expect(awsError(() => register(stage, audit, CONFIG))).toBe("ConstraintViolationException SERVICE_ACCESS_NOT_ENABLED");
    expect(awsError(() => register(stage, audit, "ram.amazonaws.com"))).toBe("InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL");
    expect(awsError(() => administrators(stage, "nonsense.amazonaws.com"))).toBe("InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL");
  });

  it("are registered once, and no more of them than the service takes", () => {
    const stage = stageWith(CONFIG, SSO);
    setAccountLimit(stage.world, 20);
    const accounts = ["a", "b", "c", "d"].map((name) => stage.account(name));
    const [a = "", b = "", c = "", d = ""] = accounts;
    for (const account of [a, b, c]) register(stage, account, CONFIG);
    expect(awsError(() => register(stage, a, CONFIG))).toBe("AccountAlreadyRegisteredException");
    expect(awsError(() => register(stage, d, CONFIG))).toBe("ConstraintViolationException MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED");
    register(stage, a, SSO);
    expect(awsError(() => register(stage, b, SSO))).toBe("ConstraintViolationException DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE");
    expect(awsError(() => deregister(stage, b, SSO))).toBe("AccountNotRegisteredException");
  });

  it("cannot be removed, leave or be closed before they are deregistered", () => {
    const stage = stageWith(CONFIG);
    const audit = stage.invited("222222222222");
    register(stage, audit, CONFIG);
    const refused = "ConstraintViolationException CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG";
    expect(awsError(() => stage.call("RemoveAccountFromOrganization", { AccountId: audit }))).toBe(refused);
    expect(awsError(() => stage.call("LeaveOrganization", {}, audit))).toBe(refused);
    expect(awsError(() => stage.call("CloseAccount", { AccountId: audit }))).toBe(refused);
    deregister(stage, audit, CONFIG);
    stage.call("LeaveOrganization", {}, audit);
  });

  it("read the organization, all of it, and change nothing", () => {
    const stage = stageWith(CONFIG);
    const root = stage.call("ListRoots").Roots?.[0]?.Id ?? "";
    const [audit, other] = [stage.account("audit"), stage.account("other")];
    const reads = [
      () => stage.call("ListAccounts", {}, audit),
      () => stage.call("DescribeAccount", { AccountId: other }, audit),
      () => stage.call("ListRoots", {}, audit),
      () => stage.call("ListPolicies", { Filter: "SERVICE_CONTROL_POLICY" }, audit),
      () => stage.call("ListTagsForResource", { ResourceId: other }, audit),
      () => stage.call("ListAWSServiceAccessForOrganization", {}, audit),
      () => stage.call("ListHandshakesForOrganization", {}, audit),
    ];
    for (const read of reads) expect(awsError(read)).toBe("AccessDeniedException");
    register(stage, audit, CONFIG);
    for (const read of reads) read();
    const writes = [
      () => stage.call("EnablePolicyType", { RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" }, audit),
      () => stage.call("TagResource", { ResourceId: other, Tags: [{ Key: "a", Value: "b" }] }, audit),
      () => stage.call("CreateOrganizationalUnit", { ParentId: root, Name: "A" }, audit),
      () => stage.call("RegisterDelegatedAdministrator", { AccountId: other, ServicePrincipal: CONFIG }, audit),
    ];
    for (const write of writes) expect(awsError(write)).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("ListAccounts", {}, other))).toBe("AccessDeniedException");
    deregister(stage, audit, CONFIG);
    expect(awsError(() => stage.call("ListAccounts", {}, audit))).toBe("AccessDeniedException");
  });
});
