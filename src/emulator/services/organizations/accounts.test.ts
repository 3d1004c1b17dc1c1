import { describe, expect, it } from "vitest";
import { setAccountLimit } from "./settings.ts";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

describe("accounts", () => {
  it("are described with state, legacy status, path and how they joined", () => {
    const stage = new Stage();
    const root = stage.found();
    const organization = stage.call("DescribeOrganization").Organization?.Id;
    const id = stage.account("Audit");
    const ou = stage.unit(root, "Security");
    stage.call("MoveAccount", { AccountId: id, SourceParentId: root, DestinationParentId: ou });
    expect(stage.call("DescribeAccount", { AccountId: id }).Account).toEqual({
      Id: id,
      Arn: `arn:aws:organizations::${MANAGEMENT}:account/${organization}/${id}`,
      Email: "Audit@example.com",
      Name: "Audit",
      Status: "ACTIVE",
      State: "ACTIVE",
      Paths: [`${organization}/${root}/${ou}/${id}/`],
      JoinedMethod: "CREATED",
      JoinedTimestamp: expect.any(Date),
    });
    expect(stage.call("DescribeAccount", { AccountId: MANAGEMENT }).Account).toMatchObject({ JoinedMethod: "INVITED", Name: "Management" });
    expect(awsError(() => stage.call("DescribeAccount", { AccountId: "999999999999" }))).toBe("AccountNotFoundException");
  });

  it("are listed in pages that together hold each once, also while accounts come and go", () => {
    const stage = new Stage();
    const root = stage.found();
    setAccountLimit(stage.world, 100);
    const ids = Array.from({ length: 45 }, (_, i) => stage.account(`account-${i}`));
    const ou = stage.unit(root, "Elsewhere");
    const first = stage.call("ListAccounts", { MaxResults: 15 });
    expect(first.Accounts).toHaveLength(15);
    const all = stage.all((NextToken) => {
      const page = stage.call("ListAccounts", { NextToken });
      stage.call("MoveAccount", { AccountId: String(ids.pop()), SourceParentId: root, DestinationParentId: ou });
      return { NextToken: page.NextToken, items: page.Accounts };
    });
    expect(new Set(all.map((account) => account.Id)).size).toBe(46);
    expect(all).toHaveLength(46);
    const below = stage.call("ListAccountsForParent", { ParentId: ou });
    expect(below).toMatchObject({ NextToken: undefined });
    expect(below.Accounts).toHaveLength(3);
    expect(awsError(() => stage.call("ListAccountsForParent", { ParentId: "ou-none-12345678" }))).toBe("ParentNotFoundException");
  });

  it("move only from the parent that holds them, to one that is there", () => {
    const stage = new Stage();
    const root = stage.found();
    const [a, b] = [stage.unit(root, "A"), stage.unit(root, "B")];
    const id = stage.account("wanderer");
    const move = (SourceParentId: string, DestinationParentId: string, AccountId = id) =>
      stage.call("MoveAccount", { AccountId, SourceParentId, DestinationParentId });
    expect(awsError(() => move(a, b))).toBe("SourceParentNotFoundException");
    expect(stage.call("ListParents", { ChildId: id }).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
    expect(awsError(() => move("ou-none-12345678", b))).toBe("SourceParentNotFoundException");
    expect(awsError(() => move(root, "ou-none-12345678"))).toBe("DestinationParentNotFoundException");
    expect(awsError(() => move(root, root))).toBe("DuplicateAccountException");
    expect(awsError(() => move(root, a, "999999999999"))).toBe("AccountNotFoundException");
    move(root, a);
    expect(awsError(() => move(root, a))).toBe("DuplicateAccountException");
    expect(stage.call("ListParents", { ChildId: id }).Parents).toEqual([{ Id: a, Type: "ORGANIZATIONAL_UNIT" }]);
    move(a, b);
  });

  it("are children of their parent beside its units, which are listed apart", () => {
    const stage = new Stage();
    const root = stage.found();
    const ou = stage.unit(root, "A");
    const id = stage.account("a");
    expect(stage.call("ListChildren", { ParentId: root, ChildType: "ACCOUNT" }).Children).toEqual([
      { Id: MANAGEMENT, Type: "ACCOUNT" },
      { Id: id, Type: "ACCOUNT" },
    ]);
    expect(stage.call("ListChildren", { ParentId: root, ChildType: "ORGANIZATIONAL_UNIT" }).Children).toEqual([{ Id: ou, Type: "ORGANIZATIONAL_UNIT" }]);
    expect(awsError(() => stage.call("ListChildren", { ParentId: "r-none", ChildType: "ACCOUNT" }))).toBe("ParentNotFoundException");
    expect(awsError(() => stage.call("ListParents", { ChildId: "999999999999" }))).toBe("ChildNotFoundException");
  });

  it("of another organization are out of sight", () => {
    const stage = new Stage();
    stage.found();
    const ours = stage.account("ours");
    const other = "222222222222";
    stage.call("CreateOrganization", {}, other);
    expect(awsError(() => stage.call("DescribeAccount", { AccountId: ours }, other))).toBe("AccountNotFoundException");
    expect(stage.call("ListAccounts", {}, other).Accounts?.map((account) => account.Id)).toEqual([other]);
  });
});
