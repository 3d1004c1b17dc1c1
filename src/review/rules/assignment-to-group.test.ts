import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { assignmentToGroup } from "./assignment-to-group.ts";

it("an assignment to a single user is told (LF2150)", () => {
  const assignments = [{ group: "developers", permissionSet: "Developer", ous: ["root"] }, { user: "ann", permissionSet: "Developer", ous: ["root"] }];
  expect(told(assignmentToGroup, organization({ identityCenter: { assignments } }))).toEqual(['identityCenter.assignments.1.user: "Developer" is assigned to the single user "ann".']);
});
