import { describe, expect, it } from "vitest";
import { emailProblem } from "./email.ts";

describe("e-mail addresses of new accounts", () => {
  it.each(["aws+prod@example.com", "a.b-c_d@sub.example.co", "x@1.io"])("may be %s", (email) => {
    expect(emailProblem(email)).toBeUndefined();
  });

  it.each([
    ["two@at@example.com", "must have one @"],
    ["nobody", "must have one @"],
    ["jürgen@example.com", "must be 7-bit ASCII"],
    ["a b@example.com", "has a character that is not allowed before the @"],
    ["a,b@example.com", "has a character that is not allowed before the @"],
    [".a@example.com", "begins with a dot"],
    ["a@exa_mple.com", "has a character that is not allowed after the @"],
    ["a@-example.com", "has a domain that begins or ends with a hyphen or a dot"],
    ["a@example.com.", "has a domain that begins or ends with a hyphen or a dot"],
    ["a@localhost", "has a domain without a dot"],
  ])("may not be %s", (email, problem) => {
    expect(emailProblem(email)).toBe(problem);
  });
});
