import { describe, expect, it } from "vitest";
import { CODES } from "../diagnostics/index.ts";
import type { Action, Change } from "./plan.ts";
import { DECLARED, NOT_DECLARED, reasonOfDifferences, SAID_TO_GO, withReasons } from "./reasons.ts";

const NONE = { moved: new Map<string, string>() };
const step = (action: Action, reason: string, more: Partial<Change> = {}): Change => ({ address: "account:shop", kind: "account", action, reason, phase: "build", waitsFor: [], differences: [], ...more });
const codeOf = (...given: Parameters<typeof step>): string | undefined => withReasons([step(...given)], NONE)[0]?.reasonCode;
const differing = (...fields: string[]) => ({ differences: fields.map((field) => ({ field, after: "x" })) });

describe("the reason of a change", () => {
  it.each([
    ["LF4201", step("create", DECLARED)],
    ["LF4202", step("update", "", differing("tag owner", "name"))],
    ["LF4203", step("move", "", differing("name", "parent"))],
    ["LF4204", step("update", "", differing("tag landfall:address"))],
    ["LF4205", step("update", "", differing("tag owner", 'statement "DenyLeave" Action'))],
    ["LF4206", step("disable", SAID_TO_GO)],
    ["LF4207", step("detach", NOT_DECLARED)],
    ["LF4208", step("close", "the file says state: closed")],
    ["LF4209", step("attach", "taken away outside landfall", { cause: "drift" })],
    ["LF4210", step("invite", "declared, and outside")],
    ["LF4211", step("attach", "its last service control policy goes, and AWS keeps one on everything")],
  ] as const)("has the code %s, which has a page", (code, change) => {
    expect(withReasons([change], NONE)).toEqual([{ ...change, reasonCode: code }]);
    expect(CODES.get(code)?.title).toMatch(/^Reason: /);
  });

  it("says which aspects of a thing the file gives otherwise", () => {
    expect(reasonOfDifferences([{ field: "name" }])).toBe("the file gives it another name");
    expect(reasonOfDifferences([{ field: "tag a" }, { field: "description" }, { field: "parent" }])).toBe("the file gives it another place, other content and other tags");
    expect(codeOf("update", "")).toBe("LF4205");
  });

  it("LF4212: tells of an OU with another parent that it is built anew, at the new and at the old one", () => {
    const ou = (action: Action, address: string, reason: string): Change => step(action, reason, { address, kind: "ou" });
    const made = withReasons([ou("create", "ou:B/Prod", DECLARED), ou("delete", "ou:A/Prod", NOT_DECLARED), ou("create", "ou:C", DECLARED)], { moved: new Map([["ou:A/Prod", "ou:B/Prod"], ["ou:D", "ou:C"]]) });
    expect(made.map(({ reason, reasonCode }) => [reasonCode, reason])).toEqual([
      ["LF4212", "AWS cannot move an OU: built anew in place of A/Prod"],
      ["LF4212", "AWS cannot move an OU: replaced by B/Prod"],
      ["LF4201", DECLARED],
    ]);
  });
});
