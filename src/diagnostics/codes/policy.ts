import type { CodeEntry } from "../code.ts";

/** 3xxx: a policy document is wrong. */
export const POLICY_CODES = [
  {
    code: "LF3001",
    title: "A policy is not JSON",
    why: "AWS stores policies as strict JSON text and refuses anything else with MalformedPolicyDocumentException.",
    fix: "Correct the text at the place named.",
  },
  {
    code: "LF3002",
    title: "A policy holds a comment",
    why: "JSON has no comments, so AWS refuses the text.",
    fix: "Remove the comment. A Sid can carry a name for a statement, and the file that uses the policy can carry the reason.",
  },
  {
    code: "LF3003",
    title: "A policy has a comma before a closing bracket",
    why: "JSON takes commas only between members, so AWS refuses the text.",
    fix: "Remove the comma.",
  },
  {
    code: "LF3004",
    title: "A policy begins with a byte order mark",
    why: "The mark is an invisible character that JSON does not take. Some editors on Windows write it.",
    fix: "Save the file as UTF-8 without a byte order mark.",
  },
  {
    code: "LF3005",
    title: "A key appears twice in one object of a policy",
    why: "The elements of a statement and the operators and keys of a condition are unique. Programs that read such a text keep one of the two and drop the other silently.",
    fix: "Keep one of them; where both are meant, give one key a list of values.",
  },
  {
    code: "LF3006",
    title: "A policy text is too large or too deeply nested to be read",
    why: "No AWS policy is near one megabyte or 64 levels of nesting; such a text is damaged or hostile.",
    fix: "Look at what wrote the file.",
  },
] as const satisfies readonly CodeEntry[];
