import { describe, expect, it } from "vitest";
import { issueSession, openSession, type SessionGrant } from "./session-token.ts";
import { openMemoryStore } from "./store/index.ts";

const grant: SessionGrant = {
  principal: {
    accountId: "111111111111",
    arn: "arn:aws:sts::111111111111:assumed-role/r/s",
    userId: "AROA:s",
    session: { kind: "role", issuerArn: "arn:aws:iam::111111111111:role/r", issuerId: "AROA", issuedAt: 1, tags: [{ Key: "a", Value: "ä" }] },
  },
  expiresAt: 2,
};

describe("a session token", () => {
  it("carries everything about its session, and reads back in the same world", () => {
    const { world } = openMemoryStore("a");
    const key = issueSession(world, grant);
    expect(key).toMatchObject({ ...grant.principal, expiresAt: 2 });
    expect(openSession(world, key.accessKeyId, key.sessionToken)).toEqual(key);
  });

  it("tells nothing to who has it", () => {
    const { sessionToken } = issueSession(openMemoryStore("a").world, grant);
    expect(Buffer.from(sessionToken, "base64").toString("latin1")).not.toContain("assumed-role");
  });

  it("belongs to one key of one world", () => {
    const { world } = openMemoryStore("a");
    const [one, two] = [issueSession(world, grant), issueSession(world, grant)];
    expect(openSession(world, one.accessKeyId, two.sessionToken)).toBeUndefined();
    const other = openMemoryStore("b").world;
    expect(openSession(other, one.accessKeyId, one.sessionToken)).toBeUndefined();
    issueSession(other, grant);
    expect(openSession(other, one.accessKeyId, one.sessionToken)).toBeUndefined();
  });

  it("cannot be altered, anywhere", () => {
    const { world } = openMemoryStore("a");
    const { accessKeyId, sessionToken } = issueSession(world, grant);
    const bytes = Buffer.from(sessionToken, "base64");
    for (let place = 0; place < bytes.length; place += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(place) ^ 1, place);
      expect(openSession(world, accessKeyId, forged.toString("base64"))).toBeUndefined();
    }
    for (const forged of ["", "x", sessionToken.slice(0, 20), `${sessionToken} `, `${sessionToken}AA`]) expect(openSession(world, accessKeyId, forged)).toBeUndefined();
  });
});
