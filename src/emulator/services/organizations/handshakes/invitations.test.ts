import { describe, expect, it } from "vitest";
import { setAccountLimit } from "../settings.ts";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage } from "../testing/stage.ts";

const GUEST = "222222222222";
const DAY = 86_400;

const invite = (stage: Stage, Type: "ACCOUNT" | "EMAIL" | "ORGANIZATION", Id: string) => stage.call("InviteAccountToOrganization", { Target: { Type, Id } }).Handshake;

function stageWithGuest(): Stage {
  const stage = new Stage();
  stage.found();
  stage.standalone(GUEST);
  return stage;
}

describe("an invitation", () => {
  it("says who asks whom, until when and why", () => {
    const stage = stageWithGuest();
    const organizationId = stage.call("DescribeOrganization").Organization?.Id ?? "";
    const handshake = stage.call("InviteAccountToOrganization", { Target: { Type: "ACCOUNT", Id: GUEST }, Notes: "Join us" }).Handshake;
    expect(handshake).toEqual({
      Id: expect.stringMatching(/^h-[a-z0-9]{32}$/) as string,
      Arn: `arn:aws:organizations::${MANAGEMENT}:handshake/${organizationId}/invite/${handshake?.Id}`,
      Parties: [{ Type: "ORGANIZATION", Id: organizationId.slice(2) }, { Type: "ACCOUNT", Id: GUEST }],
      State: "OPEN",
      Action: "INVITE",
      RequestedTimestamp: new Date(stage.now),
      ExpirationTimestamp: new Date(stage.now + 15 * DAY * 1000),
      Resources: [
        {
          Type: "ORGANIZATION",
          Value: organizationId,
          Resources: [
            { Type: "MASTER_EMAIL", Value: "aws@example.com" },
            { Type: "MASTER_NAME", Value: "Management" },
            { Type: "ORGANIZATION_FEATURE_SET", Value: "ALL" },
          ],
        },
        { Type: "ACCOUNT", Value: GUEST },
        { Type: "NOTES", Value: "Join us" },
      ],
    });
  });

  it("goes to an account or to an e-mail address, be it nobody's yet", () => {
    const stage = stageWithGuest();
    expect(invite(stage, "EMAIL", "nobody@example.com")?.Parties?.[1]).toEqual({ Type: "EMAIL", Id: "nobody@example.com" });
    expect(awsError(() => invite(stage, "ORGANIZATION", "o-abcdefghij"))).toBe("InvalidInputException INVALID_PARTY_TYPE_TARGET");
    expect(awsError(() => invite(stage, "EMAIL", "nobody"))).toBe("InvalidInputException INVALID_EMAIL_ADDRESS_TARGET");
    expect(awsError(() => invite(stage, "ACCOUNT", "nobody"))).toBe("InvalidInputException INVALID_PATTERN");
    expect(awsError(() => invite(stage, "ACCOUNT", "999999999999"))).toBe("InvalidInputException TARGET_NOT_SUPPORTED");
  });

  it("is sent once, whether by account id or by e-mail address", () => {
    const stage = stageWithGuest();
    const first = invite(stage, "ACCOUNT", GUEST);
    for (const [type, id] of [["ACCOUNT", GUEST], ["EMAIL", `OWNER-${GUEST}@example.com`]] as const) {
      expect(awsError(() => invite(stage, type, id))).toBe("DuplicateHandshakeException");
    }
    stage.call("CancelHandshake", { HandshakeId: first?.Id });
    invite(stage, "EMAIL", `owner-${GUEST}@example.com`);
  });

  it("is not for members", () => {
    const stage = stageWithGuest();
    const refused = "HandshakeConstraintViolationException ALREADY_IN_AN_ORGANIZATION";
    expect(awsError(() => invite(stage, "ACCOUNT", MANAGEMENT))).toBe(refused);
    const member = stage.account("member");
    expect(awsError(() => invite(stage, "EMAIL", "member@example.com"))).toBe(refused);
    expect(awsError(() => invite(stage, "ACCOUNT", member))).toBe(refused);
  });

  it("takes the place of an account while it is open", () => {
    const stage = stageWithGuest();
    setAccountLimit(stage.world, 2);
    const invitation = invite(stage, "ACCOUNT", GUEST);
    expect(awsError(() => invite(stage, "EMAIL", "more@example.com"))).toBe("HandshakeConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    const create = () => stage.call("CreateAccount", { AccountName: "more", Email: "more@example.com" });
    expect(awsError(create)).toBe("ConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    stage.call("DeclineHandshake", { HandshakeId: invitation?.Id }, GUEST);
    create();
    expect(awsError(() => invite(stage, "EMAIL", "other@example.com"))).toBe("HandshakeConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
  });

  it("can be sent twenty times a day, accepted ones aside", () => {
    const stage = stageWithGuest();
    stage.call("AcceptHandshake", { HandshakeId: invite(stage, "ACCOUNT", GUEST)?.Id }, GUEST);
    for (let i = 0; i < 20; i += 1) stage.call("CancelHandshake", { HandshakeId: invite(stage, "EMAIL", `guest-${i}@example.com`)?.Id });
    expect(awsError(() => invite(stage, "EMAIL", "late@example.com"))).toBe("HandshakeConstraintViolationException HANDSHAKE_RATE_LIMIT_EXCEEDED");
    stage.wait(DAY);
    invite(stage, "EMAIL", "late@example.com");
  });

  it("can be sent as often as the account quota says, when that is higher", () => {
    const stage = stageWithGuest();
    setAccountLimit(stage.world, 22);
    for (let i = 0; i < 22; i += 1) stage.call("CancelHandshake", { HandshakeId: invite(stage, "EMAIL", `guest-${i}@example.com`)?.Id });
    expect(awsError(() => invite(stage, "EMAIL", "late@example.com"))).toBe("HandshakeConstraintViolationException HANDSHAKE_RATE_LIMIT_EXCEEDED");
  });

  it("carries tags that must be right before it goes out", () => {
    const stage = stageWithGuest();
    const Tags = [{ Key: "a", Value: "1" }, { Key: "a", Value: "2" }];
    expect(awsError(() => stage.call("InviteAccountToOrganization", { Target: { Type: "ACCOUNT", Id: GUEST }, Tags }))).toBe("InvalidInputException DUPLICATE_TAG_KEY");
    expect(stage.call("ListHandshakesForOrganization").Handshakes).toEqual([]);
  });

  it("comes from the management account", () => {
    const stage = stageWithGuest();
    const member = stage.account("member");
    expect(awsError(() => stage.invite(GUEST, member))).toBe("AccessDeniedException");
    expect(awsError(() => stage.invite(member, GUEST))).toBe("AWSOrganizationsNotInUseException");
  });
});
