import type { CodeEntry } from "../code.ts";

/** 42xx: why a plan has a change. Nothing is wrong; the plan names the code beside the words. */
export const REASON_CODES = [
  {
    code: "LF4201",
    title: "Reason: it is declared, and AWS does not have it",
    why: "The organization file, or a guardrail in it, asks for a thing that was not found under its address.",
    fix: "If AWS has it under another name, state `id` for an account, or say `moved`; otherwise nothing needs to be done.",
  },
  {
    code: "LF4202",
    title: "Reason: the file gives it another name",
    why: "A thing that AWS has is found by its id, its tag or a `moved` statement, and is called differently there. It keeps its id and all that is in it.",
    fix: "If the name in AWS is right, write it into the file.",
  },
  {
    code: "LF4203",
    title: "Reason: the file has it under another OU",
    why: "An account is moved with one call, after every policy of its new way from the root is attached.",
    fix: "If its place in AWS is right, put it there in the file: `landfall move ACCOUNT --to OU`.",
  },
  {
    code: "LF4204",
    title: "Reason: the file gives it other tags",
    why: "Only tags that the file states are compared, and the tags with which landfall finds its things again.",
    fix: "If a tag in AWS is right, write it into the file.",
  },
  {
    code: "LF4205",
    title: "Reason: the file says something else of it",
    why: "The document of a policy, a description, a contact or a setting is not what the file says. The plan shows each difference.",
    fix: "If what AWS has is right, write it into the file.",
  },
  {
    code: "LF4206",
    title: "Reason: the file says to remove it",
    why: "Its address stands in `remove`. What is not landfall's own is only taken away where the file says so.",
    fix: "Take it out of `remove` if it is to stay.",
  },
  {
    code: "LF4207",
    title: "Reason: it is landfall's, and no longer declared",
    why: "It carries landfall's tag, or hangs on a thing that does, and the file has no place for it any more.",
    fix: "Declare it again if it is to stay.",
  },
  {
    code: "LF4208",
    title: "Reason: the file says that the account is closed",
    why: "An account is closed only where the file says `state: \"closed\"`.",
    fix: "Say `state: \"held\"` if it is only out of use.",
  },
  {
    code: "LF4209",
    title: "Reason: somebody changed it outside landfall",
    why: "The file still says what the last run left, and AWS has something else. The plan puts back what the file says.",
    fix: "If the change is meant, write it into the file: `landfall drift` shows it alone.",
  },
  {
    code: "LF4210",
    title: "Reason: the account is declared, and belongs to somebody else so far",
    why: "It exists outside the organization, so it can only be invited. Its owner must accept.",
    fix: "Tell the owner, and run `landfall apply` again after the invitation was accepted.",
  },
  {
    code: "LF4211",
    title: "Reason: another change, or AWS, needs it",
    why: "AWS keeps one service control policy on everything, attaches its own policy to what is new, and renames accounts only with trusted access. The plan says which of them it is.",
    fix: "Nothing: without this change another one would fail, or would open what the file keeps closed.",
  },
  {
    code: "LF4212",
    title: "Reason: AWS cannot move an OU, so it is built anew",
    why: "The file has the OU under another parent. A new one is built there with its policies, the accounts are moved, and the old one is removed once it is empty. It gets another id.",
    fix: "Look for what names the old id: policies with `aws:PrincipalOrgPaths`, StackSets, and reports.",
  },
] as const satisfies readonly CodeEntry[];
