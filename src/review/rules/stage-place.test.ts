import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../index.ts";
import { stagePlace } from "./stage-place.ts";

const at = (ou: string, stage: string) => organization({ ous: { Workloads: { ous: { [ou]: { accounts: { shop: { stage } } } } } } });

it.each([
  ["SDLC", "dev"],
  ["SDLC", "pre-prod"],
  ["PreProd", "preprod"],
  ["Prod", "prod"],
  ["Production", "production"],
  ["Prod", "sandbox"],
  ["Manufacturing", "dev"],
])("in Workloads/%s the stage %s is in its place", (ou, stage) => {
  expect(told(stagePlace, at(ou, stage))).toEqual([]);
});

it("a test account in Prod is told (LF2102)", () => {
  expect(told(stagePlace, at("Prod", "test"))).toEqual([
    'ous.Workloads.ous.Prod.accounts.shop.stage: Account "shop" has the stage test and is in OU Workloads/Prod, where production runs.',
  ]);
});

it("pre-production beside production is a next step of a small layout", () => {
  const severity = (stage: string) => review({ ...at("Prod", stage), growth: "foundations" }, [stagePlace])[0]?.severity;
  expect([severity("preprod"), severity("dev")]).toEqual(["info", "warning"]);
  expect(review(at("Prod", "preprod"), [stagePlace])[0]?.severity).toBe("warning");
});

it.each([
  ["SDLC", "where nothing is in production"],
  ["Non-Prod", "where nothing is in production"],
  ["Manufacturing", "and in no OU for production"],
])("production in Workloads/%s is told", (ou, why) => {
  expect(told(stagePlace, at(ou, "prod"))).toEqual([expect.stringContaining(why)]);
});

it("the nearest OU that tells a stage decides", () => {
  const inner = organization({ ous: { Prod: { ous: { Dev: { accounts: { a: { stage: "dev" } } } } } } });
  expect(told(stagePlace, inner)).toEqual([]);
});

it("production outside Workloads needs no OU of that name", () => {
  expect(told(stagePlace, organization({ ous: { Exceptions: { accounts: { a: { stage: "prod" } } } } }))).toEqual([]);
});
