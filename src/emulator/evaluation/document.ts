import { parsePolicyText, type PolicyDocument } from "../../policy/index.ts";

const parsed = new Map<string, PolicyDocument | undefined>();
/** Texts are parsed once; far more than any world uses at a time. */
const MOST_PARSED = 5_000;

/** The document in a stored text, which was checked when it was stored. */
export function documentOf(text: string): PolicyDocument | undefined {
  if (!parsed.has(text)) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(text, parsePolicyText(text).document);
  }
  return parsed.get(text);
}
