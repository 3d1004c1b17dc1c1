import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { nameVisible } from "./name-visible.ts";

it("names in any script are fine", () => {
  expect(told(nameVisible, organization({ ous: { "Größe 東京": { accounts: { a: { owner: "équipe" } } } } }))).toEqual([]);
});

it("zero-width and reordering characters are told by their code points (LF2143)", () => {
  const subject = organization({ policies: { "p\u202E": scp() }, ous: { "Pro\u200Bd": { accounts: { a: { name: "x\u0007", owner: "o\u2066" } } } } });
  const summaries = told(nameVisible, subject).map((line) => line.slice(line.indexOf(": ") + 2));
  expect(summaries).toEqual([
    'The name of the OU "Prod" also holds U+200B, which nobody sees.',
    'The name of the account "x" also holds U+0007, which nobody sees.',
    'The name of the owner "o" also holds U+2066, which nobody sees.',
    'The name of the policy "p" also holds U+202E, which nobody sees.',
  ]);
});
