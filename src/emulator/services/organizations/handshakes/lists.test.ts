import { describe, expect, it } from "vitest";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "../testing/stage.ts";

const [A, B] = ["222222222222", "333333333333"];

describe("lists of handshakes", () => {
  it("show an organization what it sent and an account what it got, in both names", () => {
    const stage = new Stage();
    stage.found();
    stage.found("ALL", stage.standalone(B));
    stage.standalone(A);
    const mine = stage.invite(A);
    const byEmail = text(stage.call("InviteAccountToOrganization", { Target: { Type: "EMAIL", Id: `owner-${A}@example.com` } }, B).Handshake?.Id);
    const sent = (caller: string) => stage.call("ListHandshakesForOrganization", {}, caller).Handshakes?.map(({ Id }) => Id);
    expect([sent(MANAGEMENT), sent(B)]).toEqual([[mine], [byEmail]]);
    expect(stage.call("ListHandshakesForAccount", {}, A).Handshakes?.map(({ Id }) => Id)).toEqual([mine, byEmail]);
    expect(stage.call("ListHandshakesForAccount").Handshakes).toEqual([]);
    expect(awsError(() => sent(A))).toBe("AWSOrganizationsNotInUseException");
  });

  it("page, each with its own tokens", () => {
    const stage = new Stage();
    stage.found();
    for (let i = 0; i < 5; i += 1) stage.call("InviteAccountToOrganization", { Target: { Type: "EMAIL", Id: `guest-${i}@example.com` } });
    const all = stage.all((NextToken) => {
      const page = stage.call("ListHandshakesForOrganization", { MaxResults: 2, NextToken });
      return { items: page.Handshakes, NextToken: page.NextToken };
    });
    expect(all.map(({ Parties }) => Parties?.[1]?.Id)).toEqual([0, 1, 2, 3, 4].map((i) => `guest-${i}@example.com`));
    const NextToken = stage.call("ListHandshakesForOrganization", { MaxResults: 2 }).NextToken;
    const refused = "InvalidInputException INVALID_NEXT_TOKEN";
    expect(awsError(() => stage.call("ListHandshakesForOrganization", { NextToken, Filter: { ActionType: "INVITE" } }))).toBe(refused);
    expect(awsError(() => stage.call("ListHandshakesForAccount", { NextToken }))).toBe(refused);
  });

  it("page through what an account got", () => {
    const stage = new Stage();
    stage.standalone(A);
    for (const manager of ["444444444444", "555555555555", "666666666666"]) {
      stage.found("ALL", stage.standalone(manager));
      stage.invite(A, manager);
    }
    const first = stage.call("ListHandshakesForAccount", { MaxResults: 2 }, A);
    expect(first.Handshakes).toHaveLength(2);
    expect(stage.call("ListHandshakesForAccount", { NextToken: first.NextToken }, A).Handshakes).toHaveLength(1);
    expect(awsError(() => stage.call("ListHandshakesForAccount", { NextToken: first.NextToken }, B))).toBe("InvalidInputException INVALID_NEXT_TOKEN");
  });

  it("filter by kind or by what a handshake is a part of, not by both", () => {
    const stage = new Stage();
    stage.found("CONSOLIDATED_BILLING");
    stage.invited(A);
    const parent = text(stage.call("EnableAllFeatures").Handshake?.Id);
    const actions = (Filter: object, caller = MANAGEMENT) => stage.call(caller === MANAGEMENT ? "ListHandshakesForOrganization" : "ListHandshakesForAccount", { Filter }, caller).Handshakes?.map(({ Action }) => Action);
    expect(actions({})).toEqual(["INVITE", "ENABLE_ALL_FEATURES", "APPROVE_ALL_FEATURES"]);
    expect(actions({ ActionType: "INVITE" })).toEqual(["INVITE"]);
    expect(actions({ ActionType: "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE" })).toEqual([]);
    expect(actions({ ParentHandshakeId: parent })).toEqual(["APPROVE_ALL_FEATURES"]);
    expect(actions({ ActionType: "APPROVE_ALL_FEATURES" }, A)).toEqual(["APPROVE_ALL_FEATURES"]);
    expect(awsError(() => actions({ ActionType: "INVITE", ParentHandshakeId: parent }))).toBe("InvalidInputException MAX_LIMIT_EXCEEDED_FILTER");
    expect(awsError(() => actions({ ActionType: "INVITE", ParentHandshakeId: parent }, A))).toBe("InvalidInputException MAX_LIMIT_EXCEEDED_FILTER");
  });

  it("leave out whom a handshake does not concern", () => {
    const stage = new Stage();
    stage.found();
    const HandshakeId = stage.invite(stage.standalone(A));
    const describeFor = (caller: string) => stage.call("DescribeHandshake", { HandshakeId }, caller).Handshake?.Id;
    expect([describeFor(MANAGEMENT), describeFor(A)]).toEqual([HandshakeId, HandshakeId]);
    const member = stage.account("member");
    for (const caller of [stage.standalone(B), member]) expect(awsError(() => describeFor(caller))).toBe("HandshakeNotFoundException");
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    stage.call("RegisterDelegatedAdministrator", { AccountId: member, ServicePrincipal: "config.amazonaws.com" });
    expect(describeFor(member)).toBe(HandshakeId);
    expect(awsError(() => stage.call("DescribeHandshake", { HandshakeId: "h-00000000" }))).toBe("HandshakeNotFoundException");
  });
});
