import { describe, expect, it } from "vitest";
import { fillPolicy } from "./fill-policy.ts";
import { placeholderValues } from "./placeholders.ts";
import type { Replacements } from "./replacements.ts";

const REPLACEMENTS: Replacements = new Map([
  ["ROLE", { kind: "text", text: "Break'glass" }],
  ["CIDRS", { kind: "list", items: ["10.0.0.0/8", "192.0.2.0/24"] }],
  ["SECRET", { kind: "parameter", path: "/landing/secret" }],
]);
const VALUES = placeholderValues({
  regions: { homeRegion: "us-gov-west-1", regions: ["us-gov-west-1"], partition: "aws-us-gov" },
  replacements: REPLACEMENTS,
  managementAccountAccessRole: "Access",
});
const fill = (text: string): ReturnType<typeof fillPolicy> => fillPolicy(text, VALUES, REPLACEMENTS);

describe("placeholders in policy documents", () => {
  it.each([
    ["arn:${PARTITION}:iam::*:role/${ACCELERATOR_PREFIX}*", "arn:aws-us-gov:iam::*:role/AWSAccelerator*"],
    ["${MANAGEMENT_ACCOUNT_ACCESS_ROLE}", "Access"],
    ["${HOME_REGION} ${REGION} ${ACCELERATOR_NAME}", "us-gov-west-1 us-gov-west-1 lza"],
    ["parameter${ACCELERATOR_SSM_PREFIX}*", "parameter/accelerator*"],
    ["${ACCELERATOR_PREFIX_ND} ${ACCELERATOR_PREFIX_LND} ${ACCELERATOR_DEFAULT_PREFIX_SHORTHAND}", "AWSAccelerator awsaccelerator AWSA"],
    ["role/${ACCEL_LOOKUP::CUSTOM:ROLE}", "role/Break'glass"],
    ["${ACCEL_LOOKUP::CUSTOM:CIDRS}", '["10.0.0.0/8","192.0.2.0/24"]'],
  ])("%s become %s", (text, filled) => {
    expect(fill(text)).toMatchObject({ text: filled, unfilled: [], templates: false });
  });

  it.each(["${aws:PrincipalTag/team}", "${aws:username}", "${saml:sub}", "${*}", "${?}", "${$}", "${aws:PrincipalTag/team, 'none'}"])("leave IAM's own variable %s alone", (text) => {
    expect(fill(text)).toMatchObject({ text, unfilled: [] });
  });

  it.each([
    ["${ORG_ID}", "the id of the organization is not known before it exists"],
    ["${MANAGEMENT_ACCOUNT_ID}", "ids of accounts are not known before they exist"],
    ["${ACCEL_LOOKUP::ACCOUNT_ID:OU:Security}", "ids of accounts are not known before they exist"],
    ["${ACCEL_LOOKUP::VPC_ID:ACCOUNT:Network}", "ids of VPCs and their endpoints are not known before they exist"],
    ["${ACCEL_LOOKUP::CUSTOM:NONE}", "replacements-config.yaml has no such key"],
    ["${ACCEL_LOOKUP::CUSTOM:SECRET}", "its value stands in the SSM parameter /landing/secret"],
    ["{{ NONE }}", "replacements-config.yaml has no such key"],
    ["${Account}", "the configuration gives it no value"],
    ["<my-org-id>", "it is a blank that was never filled in"],
    ["[PRIVILEGED_ROLE]", "it is a blank that was never filled in"],
  ])("are listed and left as they stand when their value is not known: %s", (text, why) => {
    const filled = fill(`first\nrole/${text}*`);
    expect(filled.text).toBe(`first\nrole/${text}*`);
    expect(filled.unfilled).toEqual([expect.objectContaining({ text, line: 2, why })]);
  });

  it("do not take a JSON list for a blank", () => {
    expect(fill('{"Action": ["ABC", "DEF"], "Resource": ["*"]}').unfilled).toEqual([]);
  });

  it("take the prefix that the configuration repeats, and say where it is from", () => {
    const replacements: Replacements = new Map([["AcceleratorPrefix", { kind: "text", text: "Acme-" }]]);
    const values = placeholderValues({ regions: { homeRegion: "eu-west-1", regions: ["eu-west-1"], partition: "aws" }, replacements });
    const filled = fillPolicy("${ACCELERATOR_PREFIX} ${ACCELERATOR_PREFIX_LND} ${ACCELERATOR_SSM_PREFIX}", values, replacements);
    expect(filled.text).toBe("Acme- acme /Acme-");
    expect([...filled.used][0]?.assumed).toBe("In policies the prefix of LZA's own resources is Acme-, the value of AcceleratorPrefix in replacements-config.yaml.");
  });

  it("tell when a template in double braces was filled, which LZA would not do", () => {
    expect(fill("{{ROLE}}")).toMatchObject({ text: "Break'glass", templates: true });
  });
});
