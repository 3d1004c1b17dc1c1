import { describe, expect, it } from "vitest";
import { AwsError } from "../aws-error.ts";
import { encodeText, type HttpRequest } from "../http-message.ts";
import { awsQuery } from "./aws-query.ts";
import { ENDPOINTS, loadModel } from "./endpoints.ts";
import type { OperationShape } from "./shape.ts";

const endpoint = ENDPOINTS.find(({ id }) => id === "sts") ?? expect.fail();
const model = await loadModel(endpoint);
const operation = (name: string): OperationShape => model.operations.get(name) ?? expect.fail(name);

const requestOf = (body: string, query: HttpRequest["query"] = {}): HttpRequest => ({ method: "POST", path: "/", query, headers: {}, body: encodeText(body) });
const read = (name: string, body: string): unknown => awsQuery.read(requestOf(body), operation(name));
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe("AWS query", () => {
  it("names the operation in the form, or in the query string", () => {
    const nameIn = (body: string, query?: HttpRequest["query"]): string | undefined => awsQuery.operationName(requestOf(body, query), endpoint, model);
    expect(nameIn("Action=GetCallerIdentity&Version=2011-06-15")).toBe("GetCallerIdentity");
    expect(nameIn("", { Action: "GetCallerIdentity", Version: "2011-06-15" })).toBe("GetCallerIdentity");
    expect([nameIn(""), nameIn("Action=GetCallerIdentity&Version=2010-01-01")]).toEqual([undefined, undefined]);
  });

  it("reads texts, numbers, lists and nested members, and leaves out the rest", () => {
    const form = "RoleArn=arn&RoleSessionName=a%20b&DurationSeconds=900&Odd=1&TransitiveTagKeys.member.2=y&TransitiveTagKeys.member.1=x&Tags.member.1.Key=k&Tags.member.1.Value=";
    expect(read("AssumeRole", form)).toEqual({
      RoleArn: "arn",
      RoleSessionName: "a b",
      DurationSeconds: 900,
      Tags: [{ Key: "k", Value: "" }],
      TransitiveTagKeys: ["x", "y"],
    });
  });

  it("refuses a text for a number, and forms that are made to fill the memory", () => {
    expect(() => read("AssumeRole", "DurationSeconds=soon")).toThrow("Member DurationSeconds must be a number");
    expect(() => read("AssumeRole", "a&".repeat(20_000))).toThrow("more than 10000 fields");
    expect(read("AssumeRole", `RoleArn${".".repeat(1_000_000)}=x`)).toEqual({ RoleArn: "" });
  });

  it("writes results as XML, with times in whole seconds", () => {
    const output = { Credentials: { AccessKeyId: "A<&>", Expiration: 1_500 }, PackedPolicySize: 6, Unknown: 1 };
    const response = awsQuery.write(endpoint, operation("AssumeRole"), output, "id-1");
    expect(response).toMatchObject({ status: 200, headers: { "content-type": "text/xml" } });
    expect(text(response.body)).toBe(
      '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>A&lt;&amp;&gt;</AccessKeyId>' +
        "<Expiration>1970-01-01T00:00:01Z</Expiration></Credentials><PackedPolicySize>6</PackedPolicySize></AssumeRoleResult>" +
        "<ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata></AssumeRoleResponse>",
    );
  });

  it("wraps a result that may hold nothing, and leaves out what an operation does not have", async () => {
    const iam = ENDPOINTS.find(({ id }) => id === "iam") ?? expect.fail();
    const { operations } = await loadModel(iam);
    const written = (name: string): string => text(awsQuery.write(iam, operations.get(name) ?? expect.fail(name), {}, "id-1").body);
    expect(written("UpdateRole")).toContain("<UpdateRoleResult></UpdateRoleResult><ResponseMetadata>");
    expect(written("DeleteUser")).not.toContain("Result");
  });

  it("writes errors as XML", () => {
    const response = awsQuery.writeError(new AwsError("AccessDenied", 'no "way"\u0000', { status: 403 }), "id-1", endpoint);
    expect(response.status).toBe(403);
    expect(text(response.body)).toContain("<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no &quot;way&quot;\ufffd</Message></Error>");
  });
});
