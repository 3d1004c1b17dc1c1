import { expect, it } from "vitest";
import { organization } from "../../../test/kit/review.ts";
import type { Organization } from "../../organization/index.ts";
import { review } from "../index.ts";
import { accountOwner } from "./account-owner.ts";
import { waiverCurrent } from "./waiver-current.ts";

const waiver = { code: "LF2107", at: "account:a", reason: "Sold next month", owner: "platform", until: "2027-06-30" };
const sold = (parts: Partial<Organization> = {}): Organization => organization({ root: { accounts: { a: {} } }, waivers: [waiver], ...parts });
const on = (day: string | undefined, subject = sold()): string[] =>
  review(subject, [accountOwner, waiverCurrent], day).map(({ code, severity, detail }) => `${code} ${severity}${detail === undefined ? "" : ` ${detail}`}`);

it("a waiver holds up to and with its last day, and says by whom and why", () => {
  const remark = ["LF2107 info Waived by platform until 2027-06-30: Sold next month"];
  expect(on("2027-06-30")).toEqual(remark);
  expect(on(undefined)).toEqual(remark);
});

it("a day later it is told as an error (LF2115), and the warning is back", () => {
  expect(on("2027-07-01")).toEqual(["LF2107 warning", "LF2115 error"]);
});

it("without an address a waiver covers all that its rule warns about", () => {
  const { at: _at, ...everywhere } = waiver;
  expect(on("2027-01-01", sold({ root: { accounts: { a: {}, b: {} } }, waivers: [everywhere] }))).toHaveLength(2);
});

it("a waiver that covers nothing is told (LF2116), that of an error among them", () => {
  expect(on("2027-01-01", sold({ root: { accounts: { a: { owner: "x" } } } }))).toEqual(["LF2116 warning"]);
  const other = { ...waiver, at: "account:b" };
  expect(on("2027-01-01", sold({ waivers: [other] }))).toEqual(["LF2107 warning", "LF2116 warning"]);
});
