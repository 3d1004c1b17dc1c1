import { describe, expect, it } from "vitest";
import { arnsMeet, patternsMeet } from "./patterns-meet.ts";

describe("two patterns", () => {
  it.each([
    ["get*", "*object"],
    ["a?c", "ab*"],
    ["*", ""],
    ["arn:*:s3:::b/*", "arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
    ["*", "*"],
    ["a*", "a"],
    ["", ""],
    ["a*b", "ab"],
    ["log-?-x", "log-*x"],
    ["ab*ba", "*abba*"],
  ])("meet: %s and %s", (a, b) => {
    expect(patternsMeet(a, b)).toBe(true);
    expect(patternsMeet(b, a)).toBe(true);
  });

  it.each([
    ["get*", "put*"],
    ["a?", "a"],
    ["arn:aws:s3:::b", "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"],
    ["a", ""],
    ["?", ""],
    ["ab", "ba"],
    ["a", "ab"],
    ["ab*ba", "aba"],
    ["a*b", "a*c"],
    ["log-?", "log-*-x"],
  ])("do not meet: %s and %s", (a, b) => {
    expect(patternsMeet(a, b)).toBe(false);
    expect(patternsMeet(b, a)).toBe(false);
  });
});

describe("two ARNs", () => {
  it("meet field by field", () => {
    expect(arnsMeet("arn:aws:iam::*:role/x", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}")).toBe(true);
    expect(arnsMeet("arn:aws:iam::*:user/x", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}")).toBe(false);
  });

  it("meet where one is shortened", () => {
    expect(arnsMeet("arn:aws:s3*", "arn:${Partition}:s3:::${BucketName}")).toBe(true);
    expect(arnsMeet("arn:aws:sqs*", "arn:${Partition}:s3:::${BucketName}")).toBe(false);
  });
});
