import { describe, expect, it } from "vitest";
import { printPolicy } from "./print.ts";

describe("printPolicy", () => {
  it("writes two-space JSON in AWS's order, and leaves the values as they are", () => {
    const text = printPolicy({ Statement: [{ Resource: "*", Condition: {}, Action: ["b:b", "a:a"], Effect: "Deny", Sid: "S" }], Version: "2012-10-17" });
    expect(text).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "S",
      "Effect": "Deny",
      "Action": [
        "b:b",
        "a:a"
      ],
      "Resource": "*",
      "Condition": {}
    }
  ]
}
`);
  });

  it("keeps a single statement single", () => {
    expect(printPolicy({ Statement: { Action: "*", Effect: "Deny" } })).toBe('{\n  "Statement": {\n    "Effect": "Deny",\n    "Action": "*"\n  }\n}\n');
  });
});
