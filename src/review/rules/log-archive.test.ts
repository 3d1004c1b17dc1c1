import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { logArchive } from "./log-archive.ts";

const withAccounts = (accounts: Record<string, object>) => organization({ ous: { Security: { accounts } } });

it("one log archive is right, and one more where changes are tried", () => {
  expect(told(logArchive, withAccounts({ "log-archive": {} }))).toEqual([]);
  expect(told(logArchive, withAccounts({ audit: { purpose: "Log archive" }, "log-archive-test": { stage: "test" } }))).toEqual([]);
});

it("none is told (LF2117), and so is a second one", () => {
  expect(told(logArchive, withAccounts({ audit: {} }))).toEqual(["ous.Security: No account is the log archive."]);
  expect(told(logArchive, withAccounts({ LogArchive: {}, "log-archive": {} }))).toEqual([
    'ous.Security.accounts.log-archive: Accounts "LogArchive" and "log-archive" are both log archives.',
  ]);
});
