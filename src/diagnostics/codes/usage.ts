import type { CodeEntry } from "../code.ts";

/** 9xxx: the command line is wrong. */
export const USAGE_CODES = [
  {
    code: "LF9001",
    title: "Flags that do not go together",
    why: "One of them would have no effect, and landfall does not ignore what it was told.",
    fix: "Leave out one of the flags named in the message.",
  },
  {
    code: "LF9002",
    title: "There is no such folder or file",
    why: "The command line names a path that does not exist, or that cannot be read or written.",
    fix: "Correct the path named in the message.",
  },
  {
    code: "LF9003",
    title: "Nobody is there to approve",
    why: "The command would change AWS, and without a terminal nobody can be asked.",
    fix: "Pass `--yes`, and `--confirm KIND:NAME` for each change that asks for its name.",
  },
  {
    code: "LF9004",
    title: "There is no such name",
    why: "The command line names a code, blueprint or format that does not exist.",
    fix: "Choose one of the names in the message.",
  },
  {
    code: "LF9005",
    title: "A file exists already",
    why: "landfall does not overwrite what somebody wrote.",
    fix: "Choose another folder with `--dir`, or pass `--force` to overwrite.",
  },
  {
    code: "LF9006",
    title: "A flag needs a number",
    why: "The value given is no number, or one that makes no sense for the flag.",
    fix: "Give the flag a positive number.",
  },
  {
    code: "LF9007",
    title: "The home Region is not known",
    why: "landfall keeps its lock in the home Region. Two files that name different ones would not see each other's lock.",
    fix: "Name the home Region with `--home-region`, or set AWS_REGION.",
  },
  {
    code: "LF9008",
    title: "An endpoint is no URL",
    why: "`--endpoint-url` or AWS_ENDPOINT_URL says where to ask instead of at AWS, and it is no address that begins with http:// or https://. Nothing was asked.",
    fix: "Write it as `http://HOST:PORT`, or unset AWS_ENDPOINT_URL to ask AWS itself.",
  },
  {
    code: "LF9009",
    title: "The command line cannot be understood",
    why: "A verb, a flag or one of its values is unknown, or something that the verb needs is missing. Nothing was done.",
    fix: "See what the verb takes with `--help`, or use completion: `landfall completion --help`.",
  },
] as const satisfies readonly CodeEntry[];
