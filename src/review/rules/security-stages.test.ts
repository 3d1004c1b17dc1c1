import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityStages } from "./security-stages.ts";

const withOus = (ous: Record<string, object>, more: object = {}) => organization({ ous: { Security: { accounts: { audit: {} }, ous, ...more } } });

it("Security stages its tooling in OUs of its own, whatever they are called", () => {
  expect(told(securityStages, withOus({ SDLC: {}, Prod: {} }))).toEqual([]);
  expect(told(securityStages, withOus({ "Non-Production": {}, Production: {} }))).toEqual([]);
});

it("one that lacks a stage is told (LF2142), unless it holds no account", () => {
  expect(told(securityStages, withOus({ Prod: {} }))).toEqual(["ous.Security: OU Security has no OU SDLC of its own."]);
  expect(told(securityStages, withOus({}))).toEqual(["ous.Security: OU Security has no OU SDLC and no OU Prod of its own."]);
  expect(told(securityStages, withOus({}, { accounts: {} }))).toEqual([]);
  expect(told(securityStages, organization())).toEqual([]);
});
