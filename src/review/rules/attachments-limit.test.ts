import { expect, it } from "vitest";
import { organization, policy, scp, told } from "../../../test/kit/review.ts";
import { attachmentsLimit } from "./attachments-limit.ts";

const scps = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`s${index}`, scp()]));
const rcps = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`r${index}`, policy("rcp", { Principal: "*" })]));
const policies = { ...scps, ...rcps };
const keys = Object.keys(scps);

it("nine SCPs and four RCPs fit beside those of AWS", () => {
  expect(told(attachmentsLimit, organization({ policies, root: { policies: [...keys.slice(1), "r0", "r1", "r2", "r3"] } }))).toEqual([]);
});

it("ten SCPs are one too many, because FullAWSAccess counts (LF2011)", () => {
  expect(told(attachmentsLimit, organization({ policies, ous: { A: { policies: keys } } }))).toEqual([
    "ous.A.policies: OU A has 11 SCPs, FullAWSAccess among them; AWS allows 10.",
  ]);
});

it("ten SCPs fit where FullAWSAccess is taken away", () => {
  expect(told(attachmentsLimit, organization({ policies, ous: { A: { policies: keys, fullAwsAccess: false } } }))).toEqual([]);
});

it("RCPFullAWSAccess cannot be taken away, so five RCPs are one too many", () => {
  const five = organization({ policies, root: { accounts: { a: { policies: Object.keys(rcps), fullAwsAccess: false } } } });
  expect(told(attachmentsLimit, five)).toEqual(['root.accounts.a.policies: Account "a" has 6 RCPs, RCPFullAWSAccess among them; AWS allows 5.']);
});
