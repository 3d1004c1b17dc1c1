import { EffectivePolicyType, PolicyType } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { POLICY_TYPES } from "./policy-types.ts";
import { trustedService } from "./trusted-services.ts";

const UNDOCUMENTED = "SECURITYHUB_CSPM_POLICY";
const documented = (types: object): string[] => Object.keys(types).filter((type) => type !== UNDOCUMENTED).sort();

describe("the organization policy types", () => {
  it("are those of the API, but for the one without documentation", () => {
    expect(POLICY_TYPES.map(({ type }) => type).sort()).toEqual(documented(PolicyType));
    expect(POLICY_TYPES.filter(({ hasEffectivePolicy }) => hasEffectivePolicy).map(({ type }) => type).sort()).toEqual(documented(EffectivePolicyType));
  });

  it("name services that are known, which in turn name the type", () => {
    for (const { type, trustedAccess } of POLICY_TYPES) {
      if (trustedAccess !== undefined) expect(trustedService(trustedAccess)).toMatchObject({ policyType: type });
    }
  });
});
