import { describe, expect, it } from "vitest";
import { AwsError } from "../aws-error.ts";
import { encodeText, type HttpRequest } from "../http-message.ts";
import { ENDPOINTS, loadModel } from "./endpoints.ts";
import { restJson1 } from "./rest-json.ts";

const endpoint = ENDPOINTS.find(({ id }) => id === "account") ?? expect.fail();
const model = await loadModel(endpoint);
const operation = (name: string) => model.operations.get(name) ?? expect.fail(name);

const requestOf = (path: string, body = "", method = "POST"): HttpRequest => ({ method, path, query: {}, headers: {}, body: encodeText(body) });
const nameOf = (path: string, method?: string) => restJson1.operationName(requestOf(path, "", method), endpoint, model);
const textOf = (body: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(body));

describe("AWS REST JSON", () => {
  it("tells operations by method and path", () => {
    expect(nameOf("/listRegions")).toBe("ListRegions");
    expect([nameOf("/listRegions", "GET"), nameOf("/"), nameOf("/none")]).toEqual([undefined, undefined, undefined]);
  });

  it("reads a JSON body, and an empty one as an empty input", () => {
    expect(restJson1.read(requestOf("/listRegions", '{"MaxResults":1,"Odd":2}'), operation("ListRegions"))).toEqual({ MaxResults: 1 });
    expect(restJson1.read(requestOf("/listRegions"), operation("ListRegions"))).toEqual({});
    expect(() => restJson1.read(requestOf("/listRegions", "["), operation("ListRegions"))).toThrow(expect.objectContaining({ code: "SerializationException" }));
  });

  it("writes what the model knows, with times in the form it says", () => {
    const response = restJson1.write(endpoint, operation("GetAccountInformation"), { AccountId: "1", AccountCreatedDate: 1_500, odd: 1 }, "id-1");
    expect(response).toMatchObject({ status: 200, headers: { "content-type": "application/json", "x-amzn-requestid": "id-1" } });
    expect(textOf(response.body)).toEqual({ AccountId: "1", AccountCreatedDate: "1970-01-01T00:00:01.500Z" });
  });

  it("names an error in a header", () => {
    const response = restJson1.writeError(new AwsError("ConflictException", "no", { status: 409 }), "id-1", endpoint, model);
    expect(response).toMatchObject({ status: 409, headers: { "x-amzn-errortype": "ConflictException" } });
    expect(textOf(response.body)).toEqual({ message: "no" });
  });
});
