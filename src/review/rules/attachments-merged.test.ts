import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { attachmentsMerged } from "./attachments-merged.ts";

const policies = { p: scp() };

it("a policy on some of the OUs is where it belongs", () => {
  expect(told(attachmentsMerged, organization({ policies, ous: { A: { policies: ["p"] }, B: {} } }))).toEqual([]);
});

it("accounts beside the OUs would get it too, so it stays", () => {
  const beside = organization({ policies, root: { accounts: { x: {} } }, ous: { A: { policies: ["p"] }, B: { policies: ["p"] } } });
  expect(told(attachmentsMerged, beside)).toEqual([]);
});

it("one on each of them is told (LF2130)", () => {
  expect(told(attachmentsMerged, organization({ policies, ous: { A: { policies: ["p"] }, B: { policies: ["p"] } } }))).toEqual([
    'root: The policy "p" is attached to each of the 2 OUs below the root.',
  ]);
});
