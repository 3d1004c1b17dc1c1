import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { Stage } from "./testing/stage.ts";

describe("organizational units", () => {
  it("are created below a parent, with an id of the root's suffix and a path", () => {
    const stage = new Stage();
    const root = stage.found();
    const workloads = stage.unit(root, "Workloads");
    const prod = stage.unit(workloads, "Prod");
    expect(workloads).toMatch(new RegExp(`^ou-${root.slice(2)}-[a-z0-9]{8}$`));
    const organization = stage.call("DescribeOrganization").Organization?.Id;
    expect(stage.call("DescribeOrganizationalUnit", { OrganizationalUnitId: prod }).OrganizationalUnit).toEqual({
      Id: prod,
      Arn: `arn:aws:organizations::111111111111:ou/${organization}/${prod}`,
      Name: "Prod",
      Path: `${organization}/${root}/${workloads}/${prod}/`,
    });
  });

  it("need a parent that is there", () => {
    const stage = new Stage();
    stage.found();
    expect(awsError(() => stage.unit("r-none", "A"))).toBe("ParentNotFoundException");
    expect(awsError(() => stage.unit("ou-none-12345678", "A"))).toBe("ParentNotFoundException");
  });

  it("have names that are unique among siblings, also after renaming", () => {
    const stage = new Stage();
    const root = stage.found();
    const a = stage.unit(root, "A");
    const b = stage.unit(root, "B");
    stage.unit(a, "B");
    expect(awsError(() => stage.unit(root, "A"))).toBe("DuplicateOrganizationalUnitException");
    expect(awsError(() => stage.call("UpdateOrganizationalUnit", { OrganizationalUnitId: b, Name: "A" }))).toBe("DuplicateOrganizationalUnitException");
    expect(stage.call("UpdateOrganizationalUnit", { OrganizationalUnitId: b, Name: "C" }).OrganizationalUnit?.Name).toBe("C");
    expect(stage.call("UpdateOrganizationalUnit", { OrganizationalUnitId: b }).OrganizationalUnit?.Name).toBe("C");
    stage.unit(root, "B");
  });

  it("nest five deep and no deeper", () => {
    const stage = new Stage();
    let parent = stage.found();
    for (const name of ["1", "2", "3", "4", "5"]) parent = stage.unit(parent, name);
    expect(awsError(() => stage.unit(parent, "6"))).toBe("ConstraintViolationException OU_DEPTH_LIMIT_EXCEEDED");
  });

  it("number two thousand and no more, listed twenty at a time", () => {
    const stage = new Stage();
    const root = stage.found();
    for (let i = 0; i < 2_000; i += 1) stage.unit(root, `Unit ${i}`);
    expect(awsError(() => stage.unit(root, "One more"))).toBe("ConstraintViolationException OU_NUMBER_LIMIT_EXCEEDED");
    const first = stage.call("ListOrganizationalUnitsForParent", { ParentId: root });
    expect(first.OrganizationalUnits).toHaveLength(20);
    const names = stage.all((NextToken) => {
      const page = stage.call("ListOrganizationalUnitsForParent", { ParentId: root, NextToken });
      return { NextToken: page.NextToken, items: page.OrganizationalUnits };
    });
    expect(names.map((unit) => unit.Name)).toEqual(Array.from({ length: 2_000 }, (_, i) => `Unit ${i}`));
  });

  it("are deleted only when empty", () => {
    const stage = new Stage();
    const root = stage.found();
    const outer = stage.unit(root, "Outer");
    const inner = stage.unit(outer, "Inner");
    const account = stage.account("a");
    stage.call("MoveAccount", { AccountId: account, SourceParentId: root, DestinationParentId: inner });
    expect(awsError(() => stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: outer }))).toBe("OrganizationalUnitNotEmptyException");
    expect(awsError(() => stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: inner }))).toBe("OrganizationalUnitNotEmptyException");
    stage.call("MoveAccount", { AccountId: account, SourceParentId: inner, DestinationParentId: root });
    stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: inner });
    stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: outer });
    expect(awsError(() => stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: outer }))).toBe("OrganizationalUnitNotFoundException");
    expect(awsError(() => stage.call("DescribeOrganizationalUnit", { OrganizationalUnitId: outer }))).toBe("OrganizationalUnitNotFoundException");
    expect(awsError(() => stage.call("UpdateOrganizationalUnit", { OrganizationalUnitId: outer }))).toBe("OrganizationalUnitNotFoundException");
  });

  it("can carry tags from the start", () => {
    const stage = new Stage();
    const Tags = [{ Key: "owner", Value: "platform" }];
    const input = { ParentId: stage.found(), Name: "Tagged", Tags };
    expect(awsError(() => stage.call("CreateOrganizationalUnit", { ...input, Tags: [...Tags, ...Tags] }))).toBe("InvalidInputException DUPLICATE_TAG_KEY");
    expect(stage.call("CreateOrganizationalUnit", input).OrganizationalUnit?.Name).toBe("Tagged");
  });
});
