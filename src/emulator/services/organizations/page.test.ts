import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { Stage, text } from "./testing/stage.ts";

describe("paging tokens", () => {
  it("are good for the list they came from and for no other", () => {
    const stage = new Stage();
    const root = stage.found();
    const a = stage.unit(root, "A");
    stage.unit(root, "B");
    stage.unit(a, "A1");
    stage.unit(a, "A2");
    const token = text(stage.call("ListOrganizationalUnitsForParent", { ParentId: root, MaxResults: 1 }).NextToken);
    expect(stage.call("ListOrganizationalUnitsForParent", { ParentId: root, NextToken: token }).OrganizationalUnits?.map(({ Name }) => Name)).toEqual(["B"]);
    const refused = "InvalidInputException INVALID_NEXT_TOKEN";
    expect(awsError(() => stage.call("ListOrganizationalUnitsForParent", { ParentId: a, NextToken: token }))).toBe(refused);
    expect(awsError(() => stage.call("ListChildren", { ParentId: root, ChildType: "ORGANIZATIONAL_UNIT", NextToken: token }))).toBe(refused);
    expect(awsError(() => stage.call("ListAccounts", { NextToken: token }))).toBe(refused);
  });

  it("that nobody gave out are refused", () => {
    const stage = new Stage();
    stage.found();
    for (const NextToken of ["", "garbage", Buffer.from("5.forged").toString("base64url"), "é".repeat(500)]) {
      expect(awsError(() => stage.call("ListAccounts", { NextToken }))).toBe("InvalidInputException INVALID_NEXT_TOKEN");
    }
  });

  it("are absent when the last item is on the page, even when the page is full", () => {
    const stage = new Stage();
    const root = stage.found();
    for (let i = 0; i < 20; i += 1) stage.unit(root, `${i}`);
    expect(stage.call("ListOrganizationalUnitsForParent", { ParentId: root })).toMatchObject({ NextToken: undefined });
    stage.unit(root, "20");
    expect(stage.call("ListOrganizationalUnitsForParent", { ParentId: root }).NextToken).toBeDefined();
  });
});
