import { describe, expect, it } from "vitest";
import { type AttachmentItem, expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import { fingerprintFrom, knowledgeOf } from "./fingerprint.ts";

const FULL: AttachmentItem = { kind: "attachment", address: "attachment:scp/FullAWSAccess>ou:Lab", policy: "policy:scp/FullAWSAccess", target: "ou:Lab" };
const knownOf = (root: boolean, lab: boolean): string => {
  const allow = { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] } } as const;
  const organization: Organization = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], policies: { allow }, root: { policies: ["allow"], fullAwsAccess: root }, ous: { Lab: { policies: ["allow"], fullAwsAccess: lab } } };
  // Neither the management account nor anything else has it then.
  const items = [...expand(organization).values()].filter((item) => root || item.kind !== "attachment" || item.policy !== FULL.policy);
  return knowledgeOf(fingerprintFrom({ at: "2026-11-20T08:00:00.000Z", items, others: [], unknown: [] }), FULL);
};

describe("What a fingerprint knows of AWS's own policy", () => {
  it("is where it hangs and where the file took it away, also where that is everywhere", () => {
    expect([knownOf(true, true), knownOf(true, false), knownOf(false, false)]).toEqual(["declared", "absent", "absent"]);
  });
});
