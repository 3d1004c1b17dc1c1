import { expect, it } from "vitest";
import { policyText } from "../../policy/index.ts";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { policySizeLimit } from "./policy-size.ts";

/** A policy of exactly so many characters. */
function ofSize(size: number) {
  const empty = scp({ Sid: "" });
  const frame = empty.document === undefined ? 0 : policyText(empty.document).length;
  return scp({ Sid: "x".repeat(size - frame) });
}

it("10,240 characters fit into an SCP", () => {
  expect(told(policySizeLimit, organization({ policies: { big: ofSize(10_240) } }))).toEqual([]);
});

it("one more does not (LF2012)", () => {
  expect(told(policySizeLimit, organization({ policies: { big: ofSize(10_241) } }))).toEqual([
    'policies.big: The policy "big" has 10,241 characters without white space; a service control policy may have 10,240.',
  ]);
});

it("an RCP may be half as large", () => {
  expect(told(policySizeLimit, organization({ policies: { big: { ...ofSize(5_121), type: "rcp" } } }))).toHaveLength(1);
});
