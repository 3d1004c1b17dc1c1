import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { grantSize } from "./grant-size.ts";

const policy = (length: number): { readonly Statement: { readonly Effect: "Allow"; readonly Action: string; readonly Resource: "*" } } => ({ Statement: { Effect: "Allow", Action: `s3:${"x".repeat(length)}`, Resource: "*" } });

it("policies of permission sets and roles that AWS takes are fine", () => {
  expect(told(grantSize, organization({ identityCenter: { permissionSets: { A: { inlinePolicy: policy(10_100) }, B: {} } }, roles: { r: { trust: policy(1_900), inlinePolicy: policy(10_100) } } }))).toEqual([]);
});

it("larger ones are told with their size (LF2031)", () => {
  expect(told(grantSize, organization({ identityCenter: { permissionSets: { A: { inlinePolicy: policy(10_240) } } }, roles: { r: { trust: policy(2_048) } } }))).toEqual([
    'identityCenter.permissionSets.A.inlinePolicy: The inline policy of permission set "A" has 10,302 characters without white space; AWS takes 10,240.',
    'roles.r.trust: The trust policy of role "r" has 2,110 characters without white space; AWS takes 2,048.',
  ]);
});
