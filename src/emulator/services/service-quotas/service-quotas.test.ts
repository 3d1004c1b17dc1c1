import * as Sdk from "@aws-sdk/client-service-quotas";
import { describe, expect, it } from "vitest";
import { tellUndeclared } from "../../declared-errors.ts";
import { awsError } from "../organizations/testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "../organizations/testing/stage.ts";
import * as errors from "./errors.ts";
import { serviceQuotas } from "./index.ts";

type OperationName = { [K in keyof typeof Sdk]: K extends `${infer Name}Command` ? Name : never }[keyof typeof Sdk];
type Command<N extends OperationName> = InstanceType<(typeof Sdk)[`${N}Command`]>;
type Output<N extends OperationName> = Awaited<ReturnType<ReturnType<Command<N>["resolveMiddleware"]>>>["output"];

const ACCOUNTS = { ServiceCode: "organizations", QuotaCode: "L-E619E033" };
const HOUR = 3600;

class QuotaStage extends Stage {
  ask<N extends OperationName>(name: N, input: Command<N>["input"], caller = MANAGEMENT, region = "us-east-1"): Output<N> {
    const operation = serviceQuotas.operations.find((candidate) => candidate.name === name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    serviceQuotas.advance?.(this.world, this.now);
    const principal = { accountId: caller, arn: `arn:aws:iam::${caller}:user/admin`, userId: caller };
    try {
      return operation.run({ principal, region, requestId: "request", now: this.now, world: this.world }, input as never) as Output<N>;
    } catch (error) {
      tellUndeclared(operation, error);
      throw error;
    }
  }

  value(): number | undefined {
    return this.ask("GetServiceQuota", ACCOUNTS).Quota?.Value;
  }

  raise(DesiredValue: number, SupportCaseAllowed?: boolean): string {
    return text(this.ask("RequestServiceQuotaIncrease", { ...ACCOUNTS, DesiredValue, SupportCaseAllowed }).RequestedQuota?.Id);
  }

  status(RequestId: string): string | undefined {
    return this.ask("GetRequestedServiceQuotaChange", { RequestId }).RequestedQuota?.Status;
  }
}

describe("quotas", () => {
  it("are listed and described in us-east-1", () => {
    const stage = new QuotaStage();
    stage.found();
    const quota = {
      ServiceCode: "organizations", ServiceName: "AWS Organizations", QuotaCode: "L-E619E033", QuotaName: "Default maximum number of accounts",
      QuotaArn: `arn:aws:servicequotas::${MANAGEMENT}:organizations/L-E619E033`, Value: 10, Unit: "None", Adjustable: true, GlobalQuota: true, QuotaAppliedAtLevel: "ACCOUNT",
    };
    expect(stage.ask("ListServices", {}).Services).toEqual([{ ServiceCode: "organizations", ServiceName: "AWS Organizations" }]);
    expect(stage.ask("ListServiceQuotas", { ServiceCode: "organizations" }).Quotas).toEqual([quota]);
    expect(stage.ask("ListServiceQuotas", { ServiceCode: "organizations", QuotaAppliedAtLevel: "RESOURCE" }).Quotas).toEqual([]);
    expect(stage.ask("ListAWSDefaultServiceQuotas", { ServiceCode: "organizations" }).Quotas).toEqual([quota]);
    expect(stage.ask("GetServiceQuota", ACCOUNTS).Quota).toEqual(quota);
    expect(stage.ask("GetAWSDefaultServiceQuota", ACCOUNTS).Quota).toEqual(quota);
    expect(awsError(() => stage.ask("GetServiceQuota", ACCOUNTS, MANAGEMENT, "eu-west-1"))).toBe("NoSuchResourceException");
    expect(stage.ask("ListServiceQuotas", { ServiceCode: "organizations" }, MANAGEMENT, "eu-west-1").Quotas).toEqual([]);
  });

  it("are the account's, not single resources'", () => {
    const stage = new QuotaStage();
    expect(awsError(() => stage.ask("GetServiceQuota", { ...ACCOUNTS, ContextId: "arn:aws:organizations::111111111111:root/o-a/r-a" }))).toBe("IllegalArgumentException");
  });

  it("that the emulator does not know are refused by name", () => {
    const stage = new QuotaStage();
    expect(() => stage.ask("ListServiceQuotas", { ServiceCode: "lambda" })).toThrow(/does not implement quotas of lambda/);
    expect(() => stage.ask("GetServiceQuota", { ...ACCOUNTS, QuotaCode: "L-00000000" })).toThrow(/does not implement the quota L-00000000/);
  });
});

describe("a request for more accounts", () => {
  it("becomes a case, is approved by the clock and then raises what an organization may hold", () => {
    const stage = new QuotaStage();
    stage.found();
    const id = stage.raise(50);
    expect([stage.status(id), stage.value()]).toEqual(["PENDING", 10]);
    stage.wait(HOUR);
    expect(stage.ask("GetRequestedServiceQuotaChange", { RequestId: id }).RequestedQuota).toMatchObject({ Status: "CASE_OPENED", CaseId: expect.stringMatching(/^\d{14}$/) as string });
    stage.wait(2 * HOUR);
    expect([stage.status(id), stage.value()]).toEqual(["APPROVED", 50]);
    expect(stage.ask("GetAWSDefaultServiceQuota", ACCOUNTS).Quota?.Value).toBe(10);
    for (let i = 0; i < 12; i += 1) stage.account(`account-${i}`);
    expect(stage.call("ListAccounts").Accounts).toHaveLength(13);
  });

  it("is each organization's own", () => {
    const stage = new QuotaStage();
    stage.found();
    stage.found("ALL", stage.standalone("222222222222"));
    stage.raise(50);
    stage.wait(3 * HOUR);
    expect([stage.value(), stage.ask("GetServiceQuota", ACCOUNTS, "222222222222").Quota?.Value]).toEqual([50, 10]);
  });

  it("is denied beyond what AWS grants, and not approved when no case may be opened", () => {
    const stage = new QuotaStage();
    stage.found();
    const tooMany = stage.raise(50_001);
    stage.wait(3 * HOUR);
    expect(stage.status(tooMany)).toBe("DENIED");
    const quiet = stage.raise(50, false);
    stage.wait(HOUR);
    expect([stage.status(quiet), stage.value()]).toEqual(["NOT_APPROVED", 10]);
  });

  it("is one at a time, from the management account, for more than there is", () => {
    const stage = new QuotaStage();
    expect(awsError(() => stage.raise(50))).toBe("AccessDeniedException");
    stage.found();
    const member = stage.account("shop");
    expect(awsError(() => stage.ask("RequestServiceQuotaIncrease", { ...ACCOUNTS, DesiredValue: 50 }, member))).toBe("AccessDeniedException");
    expect(awsError(() => stage.raise(10))).toBe("IllegalArgumentException");
    expect(awsError(() => stage.raise(10.5))).toBe("IllegalArgumentException");
    expect(awsError(() => stage.ask("RequestServiceQuotaIncrease", { ...ACCOUNTS, DesiredValue: 50, ContextId: "arn" }))).toBe("IllegalArgumentException");
    stage.raise(50);
    expect(awsError(() => stage.raise(60))).toBe("ResourceAlreadyExistsException");
    stage.wait(3 * HOUR);
    stage.raise(60);
  });

  it("is remembered for 90 days, for the account that asked", () => {
    const stage = new QuotaStage();
    stage.found();
    const [first, second] = [stage.raise(20), (stage.wait(3 * HOUR), stage.raise(30))];
    const listed = (input = {}, caller?: string) => stage.ask("ListRequestedServiceQuotaChangeHistory", input, caller).RequestedQuotas?.map(({ Id }) => Id);
    expect(listed()).toEqual([second, first]);
    expect(listed({ ServiceCode: "organizations", Status: "APPROVED" })).toEqual([first]);
    expect(listed({ QuotaRequestedAtLevel: "RESOURCE" })).toEqual([]);
    expect(listed({}, stage.standalone("222222222222"))).toEqual([]);
    expect(awsError(() => stage.ask("GetRequestedServiceQuotaChange", { RequestId: first }, "222222222222"))).toBe("NoSuchResourceException");
    const paged = stage.all((NextToken) => {
      const { RequestedQuotas, ...rest } = stage.ask("ListRequestedServiceQuotaChangeHistoryByQuota", { ...ACCOUNTS, MaxResults: 1, NextToken });
      return { items: RequestedQuotas, ...rest };
    });
    expect(paged.map(({ Id }) => Id)).toEqual([second, first]);
    expect(awsError(() => listed({ NextToken: "bm90aGluZw==" }))).toBe("InvalidPaginationTokenException");
    stage.wait(90 * 24 * HOUR);
    expect(listed()).toEqual([]);
  });
});

describe("errors of Service Quotas", () => {
  it("have names that the SDK's model has", () => {
    const { notEmulated: _ownName, ...named } = errors;
    for (const make of Object.values(named)) expect(Sdk).toHaveProperty(make("").code);
  });
});
