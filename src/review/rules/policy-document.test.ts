import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { policyDocument } from "./policy-document.ts";

it("a document without faults is not spoken of", () => {
  expect(told(policyDocument, organization({ policies: { a: scp() } }))).toEqual([]);
});

it("a policy without a document is told (LF2014)", () => {
  expect(told(policyDocument, organization({ policies: { a: { type: "scp" } } }))).toEqual(['policies.a: The policy "a" has no document.']);
});

it("what the policy language refuses keeps its own code, inside the document", () => {
  const found = review(organization({ policies: { a: scp({ Principal: "*" }) } }), [policyDocument]);
  expect(found).toMatchObject([{ code: expect.stringMatching(/^LF3/) as string, severity: "error", address: "policy:scp/a" }]);
  expect(found[0]?.path?.slice(0, 5)).toEqual(["policies", "a", "document", "Statement", 0]);
  expect(found[0]?.summary).toMatch(/^Policy "a": /);
});
