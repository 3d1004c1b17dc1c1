import { describe, expect, it } from "vitest";
import { parseManagementPolicy } from "./parse.ts";

const problemsOf = (text: string): string[] => parseManagementPolicy(text).problems.map(({ path, message }) => `${path.join("/")}: ${message}`);
const CONTROL = "@@operators_allowed_for_child_policies";
const allowedBy = (words: unknown): unknown => parseManagementPolicy(JSON.stringify({ tags: { [CONTROL]: words } })).policy?.keys.get("tags")?.allowed;

describe("reading a management policy", () => {
  it("tells groups from settings", () => {
    const { policy } = parseManagementPolicy('{"tags":{"a":{"tag_key":{"@@assign":"A"},"tag_value":{"@@append":["1"],"@@remove":["2"]}}}}');
    const tag = policy?.keys.get("tags")?.keys.get("a");
    expect(tag?.keys.get("tag_key")?.assign).toBe("A");
    expect(tag?.keys.get("tag_value")).toMatchObject({ append: ["1"], remove: ["2"] });
  });

  it.each([
    ["not JSON", "{", "not valid JSON"],
    ["JSON with a comment", "{} // x", "not valid JSON"],
    ["a list", "[]", "A policy is a JSON object."],
    ["a plain value", '{"tags":{"a":{"tag_key":"A"}}}', "tags/a/tag_key: tag_key must hold keys or an operator"],
    ["an unknown operator", '{"tags":{"@@add":["a"]}}', "tags/@@add: @@add is not an operator."],
    ["an object assigned", '{"tags":{"@@assign":{}}}', "takes a value, or a list of values"],
    ["null assigned", '{"tags":{"@@assign":null}}', "takes a value, or a list of values"],
    ["lists in a list", '{"tags":{"@@assign":[["a"]]}}', "takes a value, or a list of values"],
    ["a single value appended", '{"tags":{"@@append":"a"}}', "@@append takes a list of values"],
    ["a single value removed", '{"tags":{"@@remove":"a"}}', "@@remove takes a list of values"],
    ["operators beside keys", '{"tags":{"@@assign":["a"],"b":{}}}', "either operators or further keys"],
    ["a key twice but for its case", '{"tags":{"a":{},"A":{}}}', "tags/A: The key A is there twice"],
    ["an unknown control", `{"tags":{"${CONTROL}":["@@some"]}}`, `${CONTROL} takes`],
    ["a control that is no list", `{"tags":{"${CONTROL}":"@@none"}}`, `${CONTROL} takes`],
    ["all and something", `{"tags":{"${CONTROL}":["@@all","@@assign"]}}`, `${CONTROL} takes`],
  ])("refuses %s", (_what, text, message) => {
    expect(problemsOf(text).join("\n")).toContain(message);
    expect(parseManagementPolicy(text).policy).toBeUndefined();
  });

  it("reads what children may use", () => {
    expect(allowedBy(["@@all"])).toEqual(["@@assign", "@@append", "@@remove"]);
    expect(allowedBy(["@@none"])).toEqual([]);
    expect(allowedBy(["@@remove", "@@assign"])).toEqual(["@@assign", "@@remove"]);
  });
});
