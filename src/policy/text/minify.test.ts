import { describe, expect, it } from "vitest";
import { minifyPolicy } from "./minify.ts";

describe("minifyPolicy", () => {
  it("drops white space and unwraps lists of one, and keeps order and Sids", () => {
    const text = minifyPolicy({
      Version: "2012-10-17",
      Statement: [
        { Sid: "B", Effect: "Deny", Action: ["s3:*"], Resource: ["*"], Condition: { Bool: { "aws:SecureTransport": ["false"] } } },
        { Sid: "A", Effect: "Allow", Action: ["b:c", "a:b"], Resource: "*" },
      ],
    });
    expect(text).toBe(
      '{"Version":"2012-10-17","Statement":[' +
        '{"Sid":"B","Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}},' +
        '{"Sid":"A","Effect":"Allow","Action":["b:c","a:b"],"Resource":"*"}]}',
    );
  });

  it("keeps a list of one statement as a list, and one statement as it is", () => {
    const statement = { Effect: "Deny", Action: "*", Resource: "*" } as const;
    expect(minifyPolicy({ Statement: [statement] })).toBe('{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}');
    expect(minifyPolicy({ Statement: statement })).toBe('{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}');
  });
});
