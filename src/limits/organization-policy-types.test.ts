import { EffectivePolicyType, PolicyType } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { ORGANIZATION_POLICY_TYPES } from "./organization-policy-types.ts";
import { trustedService } from "./trusted-services.ts";

const UNDOCUMENTED = "SECURITYHUB_CSPM_POLICY";
const documented = (types: object): string[] => Object.keys(types).filter((type) => type !== UNDOCUMENTED).sort();

describe("the organization policy types", () => {
  it("are those of the API, but for the one without documentation", () => {
    expect(ORGANIZATION_POLICY_TYPES.map(({ type }) => type).sort()).toEqual(documented(PolicyType));
    expect(ORGANIZATION_POLICY_TYPES.filter(({ hasEffectivePolicy }) => hasEffectivePolicy).map(({ type }) => type).sort()).toEqual(documented(EffectivePolicyType));
  });

  it("name services that are known, which in turn name the type", () => {
    for (const { type, trustedAccess } of ORGANIZATION_POLICY_TYPES) {
      if (trustedAccess !== undefined) expect(trustedService(trustedAccess)).toMatchObject({ policyType: type });
    }
  });
});
