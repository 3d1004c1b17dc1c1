import { describe, expect, it } from "vitest";
import { askedContext, askedResource } from "./access-question.ts";
import { Flags } from "./flags.ts";

const refused = (code: string): unknown => expect.objectContaining({ diagnostics: [expect.objectContaining({ code })] });

describe("the condition keys of a question", () => {
  it("have the values that were given, several where a key is given several times", () => {
    expect(askedContext(new Flags({ context: ["aws:SourceIp=192.0.2.1", "aws:TagKeys=a", "aws:TagKeys=b=c"] }))).toEqual({ "aws:SourceIp": "192.0.2.1", "aws:TagKeys": ["a", "b=c"] });
  });

  it("may be named as what every object has", () => {
    const context = askedContext(new Flags({ context: ["toString=x", "__proto__=y"] }));
    expect(Object.entries(context)).toEqual([["toString", "x"], ["__proto__", "y"]]);
  });

  it("need a name and a value", () => {
    for (const given of ["x", "=x"]) expect(() => askedContext(new Flags({ context: [given] }))).toThrow(refused("LF9001"));
  });
});

describe("the resource of a question", () => {
  it("is an ARN, every one, or absent", () => {
    expect([undefined, "*", "arn:aws:s3:::logs/*"].map(askedResource)).toEqual([undefined, "*", "arn:aws:s3:::logs/*"]);
    for (const typed of ["logs", "arn:aws:s3", ""]) expect(() => askedResource(typed)).toThrow(refused("LF9004"));
  });
});
