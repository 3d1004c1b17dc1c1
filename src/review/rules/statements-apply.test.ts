import { expect, it } from "vitest";
import { organization, scp } from "../../../test/kit/review.ts";
import { review } from "../review.ts";
import { statementsApply } from "./statements-apply.ts";

const base = { policies: { "deny-leave": scp() }, ous: { Workloads: { accounts: { shop: {} } } } };
const told = (statements: object): string[] => review(organization({ ...base, ...statements }), [statementsApply]).map(({ summary }) => summary);

it("statements that fit the file are fine", () => {
  expect(told({ moved: { "account:old": "account:shop", "ou:Apps": "ou:Workloads", "policy:scp/x": "policy:scp/deny-leave" } })).toEqual([]);
  expect(told({ adopt: ["account:shop", "ou:Workloads"], remove: ["policy-type:rcp", "ou:Other"] })).toEqual([]);
});

it("moved leads from what is gone to what is declared, of one kind (LF2019)", () => {
  expect(told({ moved: { "account:old": "account:shopp" } })).toEqual(["moved leads to account:shopp, which the file does not declare."]);
  expect(told({ moved: { "account:shop": "account:shop" } })).toEqual(["moved starts at account:shop, which the file still declares."]);
  expect(told({ moved: { "account:old": "ou:Workloads" } })).toEqual(["moved turns account:old into ou:Workloads, a thing of another kind."]);
});

it("adopt names what is declared, remove what is not", () => {
  expect(told({ adopt: ["ou:Workload"] })).toEqual(["adopt names ou:Workload, which the file does not declare."]);
  expect(told({ remove: ["account:shop"] })).toEqual(["remove names account:shop, which the file declares."]);
  expect(review(organization({ ...base, adopt: ["ou:Workload"] }), [statementsApply])[0]).toMatchObject({ path: ["adopt", 0], suggestion: "ou:Workloads" });
});
