import type { CodeEntry } from "../code.ts";

/** 8xxx: the embedded AWS cannot start. */
export const EMULATOR_CODES = [
  {
    code: "LF8001",
    title: "The emulator's store was written by a newer landfall",
    why: "The layout of the store changes now and then. An older landfall would misread a newer store, so it does not try.",
    fix: "Use the landfall that wrote the store, or start anew with --fresh, which throws the emulated organization away.",
  },
  {
    code: "LF8002",
    title: "The emulator's store is damaged",
    why: "Files of the store were cut, altered or deleted. Every record is checked when the store is opened, and what does not add up is refused as a whole.",
    fix: "Put back a copy of the folder, or start anew with --fresh, which throws the emulated organization away.",
  },
  {
    code: "LF8003",
    title: "The emulator's store is in use",
    why: "One process at a time writes a store; two would undo each other's changes.",
    fix: "Stop the other emulator, use it over HTTP, or name another folder with --dir.",
  },
  {
    code: "LF8004",
    title: "The folder holds something other than an emulator's store",
    why: "The emulator writes only into a folder that is empty or that it made itself, so that it never mixes with, or throws away, other files.",
    fix: "Name an empty folder with --dir.",
  },
  {
    code: "LF8005",
    title: "The emulator's store cannot be opened",
    why: "The operating system refused to read or write the folder.",
    fix: "Check the folder's permissions and the space left on its disk.",
  },
  {
    code: "LF8006",
    title: "The emulator's store belongs to another management account",
    why: "A store is made for one management account. Opening it for another would give an organization that is managed by nobody.",
    fix: "Leave the management account out, or name another folder with --dir.",
  },
  {
    code: "LF8007",
    title: "The emulator cannot listen on that port",
    why: "Another program uses the port, or this user may not open it.",
    fix: "Name another port with --port, or none: then a free one is used.",
  },
  {
    code: "LF8008",
    title: "The emulator has no such fault",
    why: "Faults are named, so that a rehearsal with trouble can be repeated. A name, parameter or rate that is misspelled would quietly cause no trouble at all.",
    fix: "Use one of the names that the message lists, as name[:parameter][/operations][@rate]: for example throttle@0.2.",
  },
  {
    code: "LF8009",
    title: "The emulator cannot have an account with that e-mail address",
    why: "As in AWS, an account's root e-mail address must be well-formed, and no other account may have it or have had it.",
    fix: "Give an address that no account of the emulator has, for example owner@example.com.",
  },
  {
    code: "LF8010",
    title: "The embedded AWS has no such account",
    why: "What somebody may do hangs on the account that he is in. One that is not there, or a name that several accounts have, has no answer.",
    fix: "Give the id or the name of an account that is there; landfall show lists them.",
  },
  {
    code: "LF8011",
    title: "The embedded AWS has no such principal",
    why: "The policies of a role or user decide along with those of its organization. Of one that is not there nothing is known.",
    fix: "Name a role of the account, user/NAME or root. OrganizationAccountAccessRole is in every account that was created.",
  },
  {
    code: "LF8012",
    title: "No embedded AWS answers there",
    why: "Only the embedded AWS can be asked what policies would say without anything being done; AWS itself has no such call.",
    fix: "Start one with landfall emulator and give its address and key as it prints them, or ask the rehearsal with --local.",
  },
] as const satisfies readonly CodeEntry[];
