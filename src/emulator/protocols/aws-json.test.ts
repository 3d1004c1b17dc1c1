import { describe, expect, it } from "vitest";
import { AwsError } from "../aws-error.ts";
import { encodeText, type HttpRequest } from "../http-message.ts";
import { awsJson1_1 } from "./aws-json.ts";
import { ENDPOINTS, loadModel } from "./endpoints.ts";
import type { ServiceModel } from "./model.ts";
import type { OperationShape } from "./shape.ts";

const endpoint = ENDPOINTS.find(({ id }) => id === "organizations") ?? expect.fail();
const model: ServiceModel = await loadModel(endpoint);
const operation = (name: string): OperationShape => model.operations.get(name) ?? expect.fail(name);

const requestOf = (body: string | Uint8Array): HttpRequest => ({
  method: "POST",
  path: "/",
  query: {},
  headers: { "x-amz-target": "AWSOrganizationsV20161128.CreateAccount" },
  body: typeof body === "string" ? encodeText(body) : body,
});

const read = (name: string, body: unknown): unknown => awsJson1_1.read(requestOf(JSON.stringify(body)), operation(name));
const textOf = (body: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(body));

describe("AWS JSON", () => {
  it("names the operation in a header", () => {
    expect(awsJson1_1.operationName(requestOf("{}"), endpoint, model)).toBe("CreateAccount");
  });

  it("reads the members that the model knows, and leaves out what is null or unknown", () => {
    const body = { Email: "a@example.com", AccountName: "a", RoleName: null, Unknown: 1, Tags: [{ Key: "k", Value: "v", Odd: 2 }] };
    expect(read("CreateAccount", body)).toEqual({ Email: "a@example.com", AccountName: "a", Tags: [{ Key: "k", Value: "v" }] });
  });

  it("reads an empty body as an empty input", () => {
    expect(awsJson1_1.read(requestOf(""), operation("ListAccounts"))).toEqual({});
  });

  it("reads timestamps as milliseconds", () => {
    expect(read("UpdateResponsibilityTransfer", { Id: "x", Name: "y" })).toEqual({ Id: "x", Name: "y" });
    expect(read("TerminateResponsibilityTransfer", { Id: "x", EndTimestamp: 1.5 })).toEqual({ Id: "x", EndTimestamp: 1_500 });
  });

  it.each([
    ["not JSON", "CreateAccount", "{", "not valid JSON"],
    ["not UTF-8", "CreateAccount", Uint8Array.of(0xff, 0xfe), "not valid UTF-8"],
    ["no object", "CreateAccount", "[]", "The request must be a structure, not a list."],
    ["nested without end", "CreateAccount", "[".repeat(100_000), "not valid JSON"],
    ["a number for a text", "CreateAccount", '{"Email":1}', "Member Email must be a string, not a number."],
    ["a text for a number", "ListAccounts", '{"MaxResults":"1"}', "Member MaxResults must be a number, not a string."],
    ["an object for a list", "CreateAccount", '{"Tags":{}}', "Member Tags must be a list, not a structure."],
    ["a bad item", "CreateAccount", '{"Tags":[{"Key":"k"},{"Key":[]}]}', "Member Tags[1].Key must be a string, not a list."],
    ["a null item", "CreateAccount", '{"Tags":[null]}', "Member Tags[0] must be a structure, not a null."],
    ["half a character", "CreateAccount", '{"Email":"\\ud800"}', "Member Email is not valid Unicode."],
    ["a date as text", "TerminateResponsibilityTransfer", '{"EndTimestamp":"2026-01-01"}', "Member EndTimestamp must be a timestamp, not a string."],
  ])("refuses %s", (_what, name, body, message) => {
    expect(() => awsJson1_1.read(requestOf(body), operation(name))).toThrow(expect.objectContaining({ code: "SerializationException", message: expect.stringContaining(message) as string }));
  });

  it("writes what the model knows, with times in seconds", () => {
    const output = { Account: { Id: "1", JoinedTimestamp: 1_500, parentId: "internal", Paths: ["o/r"], Email: undefined } };
    const response = awsJson1_1.write(endpoint, operation("DescribeAccount"), output, "id-1");
    expect(response).toMatchObject({ status: 200, headers: { "x-amzn-requestid": "id-1", "content-type": "application/x-amz-json-1.1" } });
    expect(textOf(response.body)).toEqual({ Account: { Id: "1", JoinedTimestamp: 1.5, Paths: ["o/r"] } });
  });

  it("writes errors with the message member that the model names", () => {
    const known = awsJson1_1.writeError(new AwsError("InvalidInputException", "no", { fields: { Reason: "INVALID_ENUM" } }), "id-1", endpoint, model);
    const unknown = awsJson1_1.writeError(new AwsError("NotImplemented", "no"), "id-1");
    expect(textOf(known.body)).toEqual({ __type: "InvalidInputException", Message: "no", Reason: "INVALID_ENUM" });
    expect(textOf(unknown.body)).toEqual({ __type: "NotImplemented", message: "no" });
  });
});
