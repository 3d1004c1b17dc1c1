import { expect, it } from "vitest";
import { shownResource } from "./shown-resource.ts";

const ARN = "arn:aws:iam::111111111111:";

it.each([
  ["iam:GetRole", `${ARN}role/service/Deploy`, "role Deploy"],
  ["iam:GetUser", `${ARN}user/ada`, "user ada"],
  ["iam:CreateAccessKey", `${ARN}user/ada`, "user ada"],
  ["iam:AddUserToGroup", `${ARN}group/admins`, "group admins"],
  ["iam:AddRoleToInstanceProfile", `${ARN}instance-profile/web`, "instance profile web"],
  ["iam:CreateRole", `${ARN}role/Deploy`, `${ARN}role/Deploy`],
  ["iam:TagRole", `${ARN}role/Deploy`, `${ARN}role/Deploy`],
  ["iam:ListUsers", "*", "*"],
  ["sts:AssumeRole", `${ARN}role/Deploy`, `${ARN}role/Deploy`],
])("a denial of %s names %s as %s", (action, resource, shown) => {
  expect(shownResource(action, resource)).toBe(shown);
});
