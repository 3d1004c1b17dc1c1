import { describe, expect, it } from "vitest";
import { placeholdersIn } from "./placeholders.ts";

describe("placeholdersIn", () => {
  it("finds what someone was meant to replace", () => {
    const found: Record<string, string[]> = {
      "<my-org-id>": ["<my-org-id>"],
      "arn:aws:iam::${Account}:role/[PRIVILEGED_ROLE]": ["${Account}", "[PRIVILEGED_ROLE]"],
      "{{ OrgId }}": ["{{ OrgId }}"],
      "{example-region-1}": ["{example-region-1}"],
      "%{ for r in regions }": ["%{ for r in regions }"],
      "${AWS::AccountId}": ["${AWS::AccountId}"],
      "${ACCEL_LOOKUP::ACCOUNT_ID:Audit}": ["${ACCEL_LOOKUP::ACCOUNT_ID:Audit}"],
      "${ami_tag_key}": ["${ami_tag_key}"],
      "INSERT MY ORG HERE": ["INSERT MY ORG HERE"],
      "arn:aws:iam::*:role/NAME_OF_YOUR_ROLE": ["NAME_OF_YOUR_ROLE"],
    };
    for (const [text, placeholders] of Object.entries(found)) expect(placeholdersIn(text)).toEqual(placeholders);
  });

  it("leaves policy variables, ARNs, tags and names alone", () => {
    const fine = [
      "${aws:PrincipalTag/dp:exclude}", "${aws:username, 'nobody'}", "${*}", "${?}", "${$}", "${www.amazon.com:user_id}", "${saml:sub}",
      "arn:aws:iam::*:role/AWSReservedSSO_*", "o-abc/r-ab12/ou-*", "2001:db8::/32", "PROD_EU_WEST", "AES256", "[::1]",
      "${accounts.google.com/path:sub}",
    ];
    for (const text of fine) expect(placeholdersIn(text), text).toEqual([]);
  });
});
