import { describe, expect, it } from "vitest";
import type { Account, Organization, Policy } from "../../src/organization/index.ts";
import type { PolicyStatement } from "../../src/policy/index.ts";
import { travel } from "./kit/journey.ts";

const scp = (...Statement: PolicyStatement[]): Policy => ({ type: "scp", document: { Version: "2012-10-17", Statement } });
const allow = (Action: string): PolicyStatement => ({ Effect: "Allow", Action, Resource: "*" });
const deny = (Action: string): PolicyStatement => ({ Effect: "Deny", Action, Resource: "*" });

const POLICIES = { buckets: scp(allow("s3:*")), machines: scp(allow("ec2:*")), keys: scp(allow("kms:*"), deny("ec2:RunInstances")), queues: scp(allow("sqs:*"), deny("s3:PutObject")) };

const organization = (more: Pick<Organization, "root" | "ous">): Organization => ({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", policies: POLICIES, ...more });
const listed = (policies: string[], accounts?: Record<string, Account>) => ({ fullAwsAccess: false, policies, ...(accounts === undefined ? {} : { accounts }) });
const quietly = (before: Organization, after: Organization) => travel({ seed: 1, trouble: { kind: "none" }, before, after });

describe("lists of what is allowed", { timeout: 60_000 }, () => {
  it("that change places between two levels are made in two applies, since each order would open something", async () => {
    const levels = (above: string, below: string): Organization => organization({ root: listed([above]), ous: { Lab: listed([below], { a: {} }) } });
    expect(await quietly(levels("buckets", "machines"), levels("machines", "buckets"))).toEqual({ inTwo: true });
  });

  it("of one level change places at once", async () => {
    const level = (list: string): Organization => organization({ ous: { Lab: listed([list], { a: {} }) } });
    expect(await quietly(level("buckets"), level("machines"))).toEqual({ inTwo: false });
  });

  it("that deny besides are gone before an account comes, and not before another has left", async () => {
    const places = (lab: string[], data: string[], at: string): Organization => organization({ ous: { Lab: listed(["buckets", ...lab], at === "Lab" ? { a: {} } : undefined), Data: listed(["machines", ...data], at === "Data" ? { a: {} } : undefined) } });
    expect(await quietly(places(["queues"], ["keys"], "Lab"), places([], [], "Data"))).toEqual({ inTwo: false });
  });
});
