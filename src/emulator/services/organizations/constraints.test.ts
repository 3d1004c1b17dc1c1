import * as sdk from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../operation.ts";
import { ACCOUNT_NAME, CHILD, EMAIL, PARENT, POLICY_TYPE, ROLE_NAME, TAGGABLE, TAGS, TARGET } from "./constraints.ts";

const takes = (constraint: Constraint | undefined, value: string): boolean => constraint?.pattern?.test(value) ?? false;

describe("patterns of the input members", () => {
  it("match ids whole, never a part", () => {
    expect([PARENT, TARGET, TAGGABLE].map((constraint) => takes(constraint, "r-ab12"))).toEqual([true, true, true]);
    expect([PARENT, CHILD, TARGET, TAGGABLE].map((constraint) => takes(constraint, "ou-ab12-abcd1234"))).toEqual([true, true, true, true]);
    expect([PARENT, CHILD, TARGET].map((constraint) => takes(constraint, "111111111111"))).toEqual([false, true, true]);
    for (const wrong of ["r-ab12/", "xou-ab12-abcd1234", "1111111111112", "ou-ab12", "r-AB12"]) expect(takes(TARGET, wrong)).toBe(false);
    expect(["p-FullAWSAccess", "rp-abcd1234", "rt-abcd1234"].map((id) => takes(TAGGABLE, id))).toEqual([true, true, true]);
  });

  it("hold names to printable ASCII and tags to AWS's alphabet", () => {
    expect(takes(ACCOUNT_NAME, "Log Archive (prod)")).toBe(true);
    expect(takes(ACCOUNT_NAME, "Zürich")).toBe(false);
    expect(takes(ROLE_NAME, "Org+Role=1,2.3@x-y_z")).toBe(true);
    expect(takes(ROLE_NAME, "no spaces")).toBe(false);
    expect(takes(EMAIL, "a@b.c")).toBe(true);
    expect(takes(EMAIL, "a@b")).toBe(false);
    expect(takes(TAGS["Tags[].Key"], "Zürich / team:1")).toBe(true);
    expect(takes(TAGS["Tags[].Value"], "a;b")).toBe(false);
  });

  it("take every policy type the SDK knows", () => {
    expect(new Set(POLICY_TYPE.values)).toEqual(new Set(Object.values(sdk.PolicyType)));
  });
});
