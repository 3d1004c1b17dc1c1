import { ListRootsCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import type { AccessKey } from "./access-key.ts";
import type { HttpRequest } from "./http-message.ts";
import { ENDPOINTS } from "./protocols/index.ts";
import { sdkHandler } from "./sdk-handler.ts";
import { verifySignature, type SignedBy } from "./signature.ts";

const NOW = Date.now();
const KEY: AccessKey = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret", accountId: "111111111111", arn: "arn:aws:iam::111111111111:user/a", userId: "AIDA" };
const SESSION: AccessKey = { ...KEY, accessKeyId: "ASIAEXAMPLE", sessionToken: "token", expiresAt: NOW + 1_000 };

/** The request that an SDK client signs. */
async function signed(client: "organizations" | "sts", credentials: object = KEY, region = "us-east-1"): Promise<HttpRequest> {
  let caught: HttpRequest | undefined;
  const requestHandler = sdkHandler((request) => {
    caught = request;
    return Promise.resolve({ status: 200, headers: {}, body: new Uint8Array() });
  });
  const options = { region, credentials: credentials as typeof KEY, requestHandler };
  const sent = client === "sts" ? new STSClient(options).send(new GetCallerIdentityCommand({})) : new OrganizationsClient(options).send(new ListRootsCommand({}));
  await sent.catch(() => undefined);
  return caught ?? expect.fail();
}

function verify(request: HttpRequest, service: "organizations" | "sts" = "organizations", times: { wallNow?: number; now?: number } = {}): Promise<SignedBy> {
  const endpoint = ENDPOINTS.find(({ id }) => id === service) ?? expect.fail();
  const keyOf = (id: string): AccessKey | undefined => [KEY, SESSION].find(({ accessKeyId }) => accessKeyId === id);
  return verifySignature(request, { endpoint, keyOf, wallNow: NOW, now: NOW, ...times });
}

const withHeaders = (request: HttpRequest, headers: Record<string, string>): HttpRequest => ({ ...request, headers: { ...request.headers, ...headers } });

describe("a signature", () => {
  it("tells the key and the Region", async () => {
    expect(await verify(await signed("organizations"))).toEqual({ key: KEY, region: "us-east-1" });
    expect(await verify(await signed("sts", KEY, "eu-west-1"), "sts")).toEqual({ key: KEY, region: "eu-west-1" });
  });

  it("holds for the body, the operation and every signed header", async () => {
    const request = await signed("organizations");
    const wrong = { code: "InvalidSignatureException", status: 400 };
    await expect(verify({ ...request, body: new TextEncoder().encode('{"MaxResults":1}') })).rejects.toMatchObject(wrong);
    await expect(verify(withHeaders(request, { "x-amz-target": "AWSOrganizationsV20161128.LeaveOrganization" }))).rejects.toMatchObject(wrong);
    await expect(verify({ ...request, method: "PUT" })).rejects.toMatchObject(wrong);
    await expect(verify({ ...request, path: "/other" })).rejects.toMatchObject(wrong);
    await expect(verify({ ...request, query: { a: "b" } })).rejects.toMatchObject(wrong);
  });

  it("of a wrong secret is refused, under the name each protocol has for it", async () => {
    const credentials = { ...KEY, secretAccessKey: "another" };
    await expect(verify(await signed("organizations", credentials))).rejects.toMatchObject({ code: "InvalidSignatureException", message: expect.stringContaining("does not match") as string });
    await expect(verify(await signed("sts", credentials), "sts")).rejects.toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
  });

  it("of an unknown key is refused", async () => {
    const credentials = { ...KEY, accessKeyId: "AKIAUNKNOWN" };
    await expect(verify(await signed("organizations", credentials))).rejects.toMatchObject({ code: "UnrecognizedClientException", status: 400 });
    await expect(verify(await signed("sts", credentials), "sts")).rejects.toMatchObject({ code: "InvalidClientTokenId", status: 403 });
  });

  it("may be 15 minutes off, by the wall's time", async () => {
    const request = await signed("organizations");
    const at = (minutes: number): Promise<SignedBy> => verify(request, "organizations", { wallNow: NOW + minutes * 60_000 });
    await expect(at(14)).resolves.toMatchObject({ key: KEY });
    await expect(at(16)).rejects.toMatchObject({ code: "InvalidSignatureException", message: expect.stringMatching(/^Signature expired: \d{8}T\d{6}Z is now earlier than .* - 15 min\.\)$/) as string });
    await expect(at(-16)).rejects.toMatchObject({ message: expect.stringMatching(/^Signature not yet current: /) as string });
    await expect(verify(request, "organizations", { now: NOW + 90 * 24 * 3_600_000 })).resolves.toMatchObject({ key: KEY });
  });

  it("that is missing or in pieces is refused", async () => {
    const request = await signed("organizations");
    const { authorization, ...unsigned } = request.headers;
    await expect(verify({ ...request, headers: unsigned })).rejects.toMatchObject({ code: "MissingAuthenticationTokenException", message: "Missing Authentication Token" });
    for (const broken of ["Basic abc", "AWS4-HMAC-SHA256 Credential=a/b", authorization?.replace(/Signature=.*/, "") ?? ""]) {
      await expect(verify(withHeaders(request, { authorization: broken }))).rejects.toMatchObject({ code: "IncompleteSignatureException" });
    }
    await expect(verify({ ...request, headers: unsigned, query: { "X-Amz-Signature": "ab" } })).rejects.toThrow("presigned");
  });

  it("must cover the host and every x-amz header", async () => {
    const request = await signed("organizations");
    await expect(verify(withHeaders(request, { "x-amz-sneaked-in": "1" }))).rejects.toThrow("'x-amz-sneaked-in' must be a 'SignedHeader'");
    const authorization = (request.headers["authorization"] ?? "").replace(";host;", ";");
    await expect(verify(withHeaders(request, { authorization }))).rejects.toThrow("'host' must be a 'SignedHeader'");
  });

  it("is scoped to its service, a Region that exists and its own date", async () => {
    const request = await signed("organizations");
    const scoped = (from: RegExp, to: string): HttpRequest => withHeaders(request, { authorization: (request.headers["authorization"] ?? "").replace(from, to) });
    await expect(verify(request, "sts")).rejects.toThrow("Credential should be scoped to correct service: 'sts'");
    await expect(verify(scoped(/us-east-1/, "mars-1"))).rejects.toThrow("scoped to a valid region");
    await expect(verify(scoped(/\/\d{8}\//, "/20200101/"))).rejects.toThrow("Date in Credential scope does not match");
  });

  it("of a session carries its token until that expires by the emulator's time", async () => {
    const request = await signed("organizations", SESSION);
    await expect(verify(request)).resolves.toMatchObject({ key: SESSION });
    await expect(verify(request, "organizations", { now: NOW + 2_000 })).rejects.toMatchObject({ code: "ExpiredTokenException" });
    await expect(verify(await signed("organizations", { ...SESSION, sessionToken: undefined }))).rejects.toMatchObject({ code: "UnrecognizedClientException" });
    await expect(verify(await signed("organizations", { ...KEY, sessionToken: "token" }))).rejects.toMatchObject({ code: "UnrecognizedClientException" });
  });
});
