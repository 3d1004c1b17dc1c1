import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { emailDelivered } from "./email-delivered.ts";

it("a domain of one's own is fine, also one that only begins like an example", () => {
  const own = organization({ accountEmail: "aws+{account}@example.company", root: { accounts: { a: {}, b: { email: "b@latest.io" } } } });
  expect(told(emailDelivered, own)).toEqual([]);
});

it.each(["acme.example", "example.com", "mail.example.org", "acme.test"])("mail to %s reaches nobody (LF2114)", (domain) => {
  const nowhere = organization({ accountEmail: `aws+{account}@${domain}`, root: { accounts: { a: {}, b: {} } } });
  expect(told(emailDelivered, nowhere)).toEqual([
    `accountEmail: Mail for 2 accounts goes to a domain made for examples, such as ${domain}, and reaches nobody.`,
  ]);
});
