import { parsePolicyText, type PolicyDocument } from "../policy/index.ts";

const parsed = new Map<string, PolicyDocument>();
/** Texts are parsed once; far more than any world uses at a time. */
const MOST_PARSED = 10_000;
const NOTHING: PolicyDocument = { Version: "2012-10-17", Statement: [] };

/** The document in a stored text, which was checked when it was stored: the same object for the same text. */
export function documentOf(text: string): PolicyDocument {
  let document = parsed.get(text);
  if (document === undefined) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(text, (document = parsePolicyText(text).document ?? NOTHING));
  }
  return document;
}
