import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HttpRequest } from "./http-message.ts";
import { openEmulator } from "./index.ts";

const header = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "AWSOrganizationsV20161128.ListAccounts",
    "AmazonSSM.",
    ".",
    "application/x-amz-json-1.1",
    "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00",
    "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;, Signature==",
    "20260101T000000Z",
  ),
);

const request: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "BREW"),
  path: fc.oneof(fc.constant("/"), fc.string()),
  query: fc.dictionary(fc.constantFrom("Action", "Version", "X-Amz-Signature"), fc.string()),
  headers: fc.dictionary(fc.constantFrom("authorization", "x-amz-target", "x-amz-date", "content-type", "x-amz-security-token", "host"), header),
  body: fc.oneof(fc.uint8Array(), fc.constantFrom("{}", "[", "Action=GetCallerIdentity&Version=2011-06-15").map((text) => new TextEncoder().encode(text))),
});

describe("an odd request", () => {
  it("is always answered with an error of AWS's form, and is never a defect", async () => {
    const emulator = await openEmulator();
    await fc.assert(
      fc.asyncProperty(request, async (odd) => {
        const { status, headers, body } = await emulator.handle(odd);
        expect([400, 403]).toContain(status);
        const text = new TextDecoder().decode(body);
        if (headers["content-type"] === "text/xml") expect(text).toMatch(/^<ErrorResponse.*<Code>[A-Za-z]+<\/Code>/s);
        else expect(JSON.parse(text)).toMatchObject({ __type: expect.stringMatching(/^[A-Za-z]+$/) as string });
      }),
      { numRuns: 500 },
    );
  });
});
