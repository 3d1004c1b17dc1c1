import { describe, expect, it } from "vitest";
import { accessModel, accountNamed, ask, principalIn } from "../access/index.ts";
import { acme, ACME } from "../access/testing/acme.ts";
import { expand, type Observation, type Observed } from "../inventory/index.ts";
import { readSnapshot, snapshotText } from "./snapshot-file.ts";

const items = new Map([...expand(ACME).values()].map((item, index): [string, Observed] => [item.address, { item, id: item.kind === "account" ? String(100_000_000_000 + index) : `id-${index}`, owner: "ours" }]));
const observation: Observation = { items, managementAccountId: "999999999999", organizationId: "o-exampleorg1", rootId: "r-ab12", creationsInFlight: [], notRead: [], calls: {} };
const taken = { organization: "acme", homeRegion: "eu-west-1", takenAt: "2026-11-23T08:10:00.000Z", observation, roles: acme().roles, iamKnown: new Set(["account:shop-dev"]), services: true, told: [] };
const text = snapshotText(taken, "0.1.0");

describe("a snapshot", () => {
  it("gives the answers that what it was taken of gives", () => {
    const { observation: read, roles, iamKnown, homeRegion } = readSnapshot(text, "acme.json");
    expect(iamKnown).toEqual(taken.iamKnown);
    const answers = [accessModel(observation, { homeRegion, roles: taken.roles }), accessModel(read, { homeRegion, roles })].map((model) =>
      ["role/deploy", "permission-set/Admin", "root"].flatMap((word) => ["shop-prod", "shop-dev"].map((key) => ask(model, { principal: principalIn(model, word, accountNamed(model, key)), action: "iam:CreateUser" }).outcome)),
    );
    expect(answers[0]).toEqual(["denied", "allowed", "denied", "allowed", "denied", "allowed"]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it("keeps who signs in to accounts, last uses, and the policies of resources that were told", () => {
    const people = [{ account: "account:shop-dev", users: [{ name: "ann", hasPassword: true, tags: {} }] }];
    const resources = { resources: [{ arn: "arn:aws:s3:::logs", account: "account:shop-dev", policy: { Version: "2012-10-17", Statement: [] } }], complete: new Map([["account:shop-dev", new Set(["s3"])]]), collectedAt: "2026-11-23T08:00:00Z" } as const;
    const roles = taken.roles.map((role) => ({ ...role, use: { createdAt: "2026-01-01T00:00:00Z" } }));
    const read = readSnapshot(snapshotText({ ...taken, people, resources, roles }, "0.1.0"), "acme.json");
    expect([read.people, read.resources, read.roles[0]?.use, read.services]).toEqual([people, resources, roles[0]?.use, true]);
  });

  it("of an earlier version is read, without what it did not hold", () => {
    const { services: _, ...earlier } = JSON.parse(text) as Record<string, unknown>;
    const read = readSnapshot(JSON.stringify(earlier), "acme.json");
    expect([read.people, read.resources, read.services, read.roles.length]).toEqual([undefined, undefined, false, taken.roles.length]);
  });

  it("holds no addresses of people", () => {
    expect(text).not.toContain("@acme.example");
  });

  it("LF3206: says so where a later version wrote it", () => {
    const later = text.replace("landfall.snapshot/1", "landfall.snapshot/12");
    expect(() => readSnapshot(later, "acme.json")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3206", summary: expect.stringContaining("later version of landfall: its format is landfall.snapshot/12") as string })] }));
  });

  it.each(["", "{}", "[1]", text.replace("landfall.snapshot/1", "landfall.snapshot/2"), text.slice(0, -20)])("is refused where it is none of this format", (other) => {
    expect(() => readSnapshot(other, "acme.json")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3206" })] }));
  });
});
