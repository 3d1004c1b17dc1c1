import { expect, it } from "vitest";
import { compareSettings } from "./compare.ts";

const tags = (value: object): { tags: object } => ({ tags: { owner: value } });

it("settings that differ are named by their path, in any order of keys", () => {
  const before = tags({ tag_key: { "@@assign": "Owner" }, tag_value: { "@@assign": ["a", "b"] } });
  expect(compareSettings(before, tags({ tag_value: { "@@assign": ["a", "b"] }, tag_key: { "@@assign": "Owner" } }))).toEqual([]);
  expect(compareSettings(before, tags({ tag_key: { "@@assign": "owner" }, enforced_for: { "@@assign": ["ec2:instance"] } }))).toEqual([
    { path: "tags/owner/enforced_for/@@assign", before: undefined, after: '["ec2:instance"]' },
    { path: "tags/owner/tag_key/@@assign", before: "Owner", after: "owner" },
    { path: "tags/owner/tag_value/@@assign", before: '["a","b"]', after: undefined },
  ]);
});
