import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { review } from "../index.ts";
import { exceptionRecorded } from "./exception-recorded.ts";

const record = { "exception-reason": "a partner delivers here", "exception-by": "security", "exception-until": "2027-06-30" };
const exception = (tags: Record<string, string>) => organization({ ous: { Exceptions: { accounts: { partner: { tags } } } } });

it("an exception says why, who agreed and until when", () => {
  expect(told(exceptionRecorded, exception(record))).toEqual([]);
  expect(review(exception(record), [exceptionRecorded], "2027-06-30")).toEqual([]);
});

it("what is missing is told, and what has ended (LF2135)", () => {
  expect(told(exceptionRecorded, exception({ "exception-by": "security" }))).toEqual([
    'ous.Exceptions.accounts.partner: The exception "partner" lacks the tags exception-reason and exception-until.',
  ]);
  expect(review(exception(record), [exceptionRecorded], "2027-07-01")[0]?.summary).toBe('The exception "partner" ended on 2027-06-30.');
});
