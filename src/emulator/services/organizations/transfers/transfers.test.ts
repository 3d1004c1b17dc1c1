import { beforeEach, describe, expect, it } from "vitest";
import { setInboundTransferLimit } from "../settings.ts";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "../testing/stage.ts";

/** The organization whose bill is paid; the stage's own pays. */
const SOURCE = "222222222222";
const THIRD = "333333333333";
const MARCH = new Date(Date.UTC(2026, 2, 1));
const DAY = 86_400;

let stage: Stage;

const ask = (more: { Id?: string; Type?: "ACCOUNT" | "EMAIL" | "ORGANIZATION"; start?: Date; caller?: string } = {}) =>
  stage.call(
    "InviteOrganizationToTransferResponsibility",
    { Type: "BILLING", Target: { Type: more.Type ?? "ACCOUNT", Id: more.Id ?? SOURCE }, StartTimestamp: more.start ?? MARCH, SourceName: "Subsidiary", Notes: "Please" },
    more.caller,
  ).Handshake;
const inbound = (caller = MANAGEMENT) => stage.call("ListInboundResponsibilityTransfers", { Type: "BILLING" }, caller).ResponsibilityTransfers ?? [];
const outbound = (caller = SOURCE) => stage.call("ListOutboundResponsibilityTransfers", { Type: "BILLING" }, caller).ResponsibilityTransfers ?? [];
const answer = (name: "AcceptHandshake" | "DeclineHandshake" | "CancelHandshake", HandshakeId: string | undefined, caller = SOURCE) => stage.call(name, { HandshakeId }, caller);
const terminate = (Id: string | undefined, EndTimestamp?: Date, caller = MANAGEMENT) => stage.call("TerminateResponsibilityTransfer", { Id, EndTimestamp }, caller).ResponsibilityTransfer;

beforeEach(() => {
  stage = new Stage();
  stage.found();
  stage.found("ALL", stage.standalone(SOURCE));
  stage.found("ALL", stage.standalone(THIRD));
  setInboundTransferLimit(stage.world, 5);
});

describe("a transfer of billing", () => {
  it("is asked for by a handshake and seen from both sides", () => {
    const handshake = ask();
    expect(handshake).toMatchObject({ Action: "TRANSFER_RESPONSIBILITY", State: "OPEN", ExpirationTimestamp: new Date(MARCH.getTime() - DAY * 1000) });
    expect(handshake?.Resources?.map(({ Type }) => Type)).toEqual(["ORGANIZATION", "ACCOUNT", "RESPONSIBILITY_TRANSFER", "TRANSFER_TYPE", "TRANSFER_START_TIMESTAMP", "NOTES"]);
    const [seen, seenFromThere] = [inbound()[0], outbound()[0]];
    expect(seen).toEqual({
      Arn: expect.stringMatching(/^arn:aws:organizations::111111111111:transfer\/o-[a-z0-9]{10}\/billing\/inbound\/rt-[a-z0-9]{32}$/) as string,
      Id: expect.stringMatching(/^rt-/) as string,
      Name: "Subsidiary",
      Type: "BILLING",
      Status: "REQUESTED",
      Source: { ManagementAccountId: SOURCE, ManagementAccountEmail: `owner-${SOURCE}@example.com` },
      Target: { ManagementAccountId: MANAGEMENT, ManagementAccountEmail: "aws@example.com" },
      StartTimestamp: MARCH,
      EndTimestamp: undefined,
      ActiveHandshakeId: handshake?.Id,
    });
    expect(seenFromThere).toMatchObject({ Id: seen?.Id, Arn: expect.stringMatching(/^arn:aws:organizations::222222222222:transfer\/o-[a-z0-9]{10}\/billing\/outbound\/rt-/) as string });
    answer("AcceptHandshake", handshake?.Id);
    const describeFor = (caller: string) => stage.call("DescribeResponsibilityTransfer", { Id: seen?.Id }, caller).ResponsibilityTransfer?.Status;
    expect([describeFor(MANAGEMENT), describeFor(SOURCE)]).toEqual(["ACCEPTED", "ACCEPTED"]);
    expect(awsError(() => describeFor(THIRD))).toBe("ResponsibilityTransferNotFoundException");
  });

  it("ends as its handshake does, and is forgotten with it", () => {
    for (const [name, status] of [["DeclineHandshake", "DECLINED"], ["CancelHandshake", "CANCELED"]] as const) {
      answer(name, ask()?.Id, name === "CancelHandshake" ? MANAGEMENT : SOURCE);
      expect(outbound().at(-1)?.Status).toBe(status);
    }
    ask();
    stage.wait(57 * DAY);
    expect(stage.now).toBeLessThan(MARCH.getTime());
    stage.wait(2 * DAY);
    expect(inbound().at(-1)?.Status).toBe("EXPIRED");
    stage.wait(30 * DAY);
    expect([inbound(), outbound()]).toEqual([[], []]);
  });

  it("can be asked for by e-mail address", () => {
    const handshake = ask({ Type: "EMAIL", Id: `Owner-${SOURCE}@example.com` });
    expect(outbound()[0]?.Source).toEqual({ ManagementAccountId: undefined, ManagementAccountEmail: `Owner-${SOURCE}@example.com` });
    answer("AcceptHandshake", handshake?.Id);
    expect(outbound()[0]?.Source?.ManagementAccountId).toBe(SOURCE);
  });

  it("starts at the beginning of a month, more than a day from now", () => {
    const start = (...date: [number, number, number, number?]) => awsError(() => ask({ start: new Date(Date.UTC(...date)) })).replace("InvalidInputException ", "");
    expect(start(2026, 2, 1, 12)).toBe("START_DATE_NOT_BEGINNING_OF_DAY");
    expect(start(2026, 2, 2)).toBe("START_DATE_NOT_BEGINNING_OF_MONTH");
    expect(start(2025, 11, 1)).toBe("START_DATE_TOO_EARLY");
    stage.now = Date.UTC(2026, 1, 28);
    expect(awsError(() => ask())).toBe("InvalidInputException START_DATE_TOO_EARLY");
  });

  it("is between two organizations, once", () => {
    expect(awsError(() => ask({ Id: MANAGEMENT }))).toBe("HandshakeConstraintViolationException SOURCE_AND_TARGET_CANNOT_MATCH");
    expect(awsError(() => ask({ Type: "ORGANIZATION", Id: "o-abcdefghij" }))).toBe("InvalidInputException INVALID_PARTY_TYPE_TARGET");
    const handshake = ask();
    expect(awsError(() => ask())).toBe("DuplicateHandshakeException");
    answer("AcceptHandshake", handshake?.Id);
    expect(awsError(() => ask())).toBe("HandshakeConstraintViolationException RESPONSIBILITY_TRANSFER_ALREADY_EXISTS");
  });

  it("is accepted by a management account", () => {
    const [alone, member] = [stage.standalone("444444444444"), stage.account("member", "member@example.com", SOURCE)];
    const [first, second] = [ask({ Id: alone }), ask({ Id: member })];
    expect(awsError(() => answer("AcceptHandshake", first?.Id, alone))).toBe("AWSOrganizationsNotInUseException");
    expect(awsError(() => answer("AcceptHandshake", second?.Id, member))).toBe("AccessDeniedException");
  });

  it("needs quota on both sides: none to pay until support raises it, and one payer", () => {
    setInboundTransferLimit(stage.world, 1);
    const handshake = ask();
    expect(awsError(() => ask({ Id: THIRD }))).toBe("ConstraintViolationException RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION");
    const other = ask({ caller: THIRD });
    answer("AcceptHandshake", handshake?.Id);
    expect(awsError(() => answer("AcceptHandshake", other?.Id))).toBe("ConstraintViolationException RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION");
    setInboundTransferLimit(stage.world, 0);
    expect(awsError(() => ask({ Id: "111111111111", caller: SOURCE }))).toBe("ConstraintViolationException RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION");
  });

  it("gets the tags of its invitation when it is accepted", () => {
    const Tags = [{ Key: "a", Value: "b" }];
    const input = { Type: "BILLING", Target: { Type: "ACCOUNT", Id: SOURCE }, StartTimestamp: MARCH, SourceName: "S", Tags } as const;
    const handshake = stage.call("InviteOrganizationToTransferResponsibility", input).Handshake;
    const ResourceId = text(inbound()[0]?.Id);
    expect(stage.call("ListTagsForResource", { ResourceId }).Tags).toEqual([]);
    answer("AcceptHandshake", handshake?.Id);
    expect(stage.call("ListTagsForResource", { ResourceId }).Tags).toEqual(Tags);
  });

  it("is renamed by whoever named it", () => {
    ask();
    const Id = inbound()[0]?.Id;
    expect(stage.call("UpdateResponsibilityTransfer", { Id, Name: "Daughter" }).ResponsibilityTransfer?.Name).toBe("Daughter");
    expect(outbound()[0]?.Name).toBe("Daughter");
    expect(awsError(() => stage.call("UpdateResponsibilityTransfer", { Id, Name: "Mine" }, SOURCE))).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("UpdateResponsibilityTransfer", { Id, Name: "Mine" }, THIRD))).toBe("ResponsibilityTransferNotFoundException");
  });

  it("is found by id among what is paid", () => {
    ask();
    ask({ Id: THIRD });
    const [first, second] = inbound();
    const list = (Id: string | undefined) => stage.call("ListInboundResponsibilityTransfers", { Type: "BILLING", Id }).ResponsibilityTransfers;
    expect(list(second?.Id)).toEqual([second]);
    expect(stage.call("ListInboundResponsibilityTransfers", { Type: "BILLING", MaxResults: 1 })).toMatchObject({ ResponsibilityTransfers: [first], NextToken: expect.any(String) as string });
    expect(awsError(() => list("rt-00000000"))).toBe("ResponsibilityTransferNotFoundException");
  });
});

describe("ending a transfer of billing", () => {
  const accepted = (): string => {
    answer("AcceptHandshake", ask()?.Id);
    return text(inbound()[0]?.Id);
  };

  it("is up to either side, at the end of a month", () => {
    const id = accepted();
    stage.now = Date.UTC(2026, 3, 10);
    const end = (...date: [number, number, number]) => new Date(Date.UTC(...date) - 1);
    expect(awsError(() => terminate(id, end(2026, 4, 15)))).toBe("InvalidInputException END_DATE_NOT_END_OF_MONTH");
    expect(awsError(() => terminate(id, end(2026, 3, 1)))).toBe("InvalidInputException END_DATE_TOO_EARLY");
    expect(terminate(id, end(2026, 6, 1), SOURCE)).toMatchObject({ Status: "WITHDRAWN", EndTimestamp: end(2026, 6, 1) });
    expect(awsError(() => terminate(id))).toBe("ResponsibilityTransferAlreadyInStatusException");
  });

  it("means the current month unless said otherwise, and never the time after a start that is to come", () => {
    const id = accepted();
    expect(terminate(id)?.EndTimestamp).toEqual(new Date(MARCH.getTime() - 1));
    answer("AcceptHandshake", ask({ Id: THIRD })?.Id, THIRD);
    stage.now = Date.UTC(2026, 3, 10);
    expect(terminate(inbound()[1]?.Id)?.EndTimestamp).toEqual(new Date(Date.UTC(2026, 4, 1) - 1));
  });

  it("is for transfers that were accepted", () => {
    ask();
    expect(awsError(() => terminate(inbound()[0]?.Id))).toBe("InvalidResponsibilityTransferTransitionException");
  });

  it("comes before deleting either organization", () => {
    const id = accepted();
    const refused = "ConstraintViolationException ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS";
    for (const caller of [MANAGEMENT, SOURCE]) expect(awsError(() => stage.call("DeleteOrganization", {}, caller))).toBe(refused);
    terminate(id);
    expect(awsError(() => stage.call("DeleteOrganization"))).toBe(refused);
    stage.wait(60 * DAY);
    stage.call("DeleteOrganization");
    expect(outbound()).toEqual([]);
  });
});
