import { CHILD, PAGE, PARENT, required } from "./constraints.ts";
import { childNotFound, parentNotFound } from "./errors.ts";
import { findNode, findParent } from "./nodes.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import { accountsOf, ROOT_ROW, unitsOf } from "./state.ts";

const listChildren = operation<{ ParentId: string; ChildType: "ACCOUNT" | "ORGANIZATIONAL_UNIT" } & PageInput, object>({
  name: "ListChildren",
  callers: "delegated",
  input: { ParentId: required(PARENT), ChildType: { required: true, values: ["ACCOUNT", "ORGANIZATIONAL_UNIT"] }, ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "ParentNotFoundException"],
  run(call, input) {
    if (findParent(call.world, call.organization, input.ParentId) === undefined) throw parentNotFound();
    const rows = (input.ChildType === "ACCOUNT" ? accountsOf : unitsOf)(call.world, input.ParentId);
    const list = ["ListChildren", input.ParentId, input.ChildType];
    const { items, NextToken } = page(call, list, rows, input, (Id) => ({ Id, Type: input.ChildType }));
    return { Children: items, NextToken };
  },
});

const listParents = operation<{ ChildId: string } & PageInput, object>({
  name: "ListParents",
  callers: "delegated",
  input: { ChildId: required(CHILD), ...PAGE },
  errors: ["ChildNotFoundException", "InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const parentId = findNode(call.world, call.organization, input.ChildId)?.parentId;
    if (parentId === undefined) throw childNotFound();
    const Type = parentId === call.organization.rootId ? "ROOT" : "ORGANIZATIONAL_UNIT";
    const { items, NextToken } = page(call, ["ListParents", input.ChildId], [[parentId, ROOT_ROW]], input, (Id) => ({ Id, Type }));
    return { Parents: items, NextToken };
  },
});

export const parentOperations = [listChildren, listParents];
