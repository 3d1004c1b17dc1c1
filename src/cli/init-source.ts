import { LandfallError } from "../diagnostics/index.ts";
import type { Flags } from "./flags.ts";

/** What an organization file is begun from. */
export type InitSource = "blueprint" | "files" | "aws" | "questions";

interface InitFlag {
  readonly name: string;
  readonly shown: string;
  /** Where the flag has an effect. */
  readonly of: readonly InitSource[];
}

const AWS: readonly InitSource[] = ["aws"];

const INIT_FLAGS: readonly InitFlag[] = [
  { name: "with", shown: "--with", of: ["blueprint"] },
  { name: "grownFrom", shown: "--grown-from", of: ["blueprint"] },
  { name: "service", shown: "--service", of: ["blueprint", "questions"] },
  { name: "email", shown: "--email", of: ["blueprint", "questions", "files"] },
  { name: "contacts", shown: "--contacts", of: AWS },
  { name: "local", shown: "--local", of: AWS },
  { name: "profile", shown: "--profile", of: AWS },
  { name: "role", shown: "--role", of: AWS },
  { name: "endpointUrl", shown: "--endpoint-url", of: AWS },
];

/** Each source by the flag that asks for it. */
const SOURCE_FLAGS = { blueprint: "--blueprint", fromAws: "--from-aws", from: "--from" } as const;

/**
 * What to begin from. Control Tower keeps no files: its landing zone stands in AWS, and is read there.
 * @throws LandfallError LF9001 for two sources, and for a flag or a path that would have no effect.
 */
export function initSource(flags: Flags, path: string | undefined): InitSource {
  const given = Object.entries(SOURCE_FLAGS).filter(([name]) => flags.raw(name) !== undefined);
  const [first, second] = given;
  const isControlTower = flags.text("from") === "control-tower";
  const both = first?.[0] === "fromAws" && isControlTower;
  if (first !== undefined && second !== undefined && !both) throw wrong(`${first[1]} and ${second[1]} do not go together.`, "Leave out one of them.");
  const source: InitSource = first === undefined ? "questions" : first[0] === "blueprint" ? "blueprint" : isControlTower || first[0] === "fromAws" ? "aws" : "files";
  if (path !== undefined && isControlTower) throw wrong("Control Tower keeps its landing zone in AWS, not in files.", "Leave out the path. The organization is read with credentials of its management account:\n\n  landfall init --from control-tower --home-region eu-west-1");
  if (path !== undefined && source !== "files") throw wrong("A path to read has no effect without --from.", "Add --from, or leave it out.");
  const idle = INIT_FLAGS.find(({ name, of }) => flags.raw(name) !== undefined && !of.includes(source));
  if (idle !== undefined) throw wrong(without(idle, source, first?.[1]), `Leave out ${idle.shown}.`);
  return source;
}

function without({ shown, of }: InitFlag, source: InitSource, flag: string | undefined): string {
  if (source !== "questions") return `${shown} has no effect with ${flag ?? ""}.`;
  return `${shown} has no effect without ${of.includes("blueprint") ? "--blueprint" : "--from-aws"}.`;
}

const wrong = (summary: string, fix: string): LandfallError => new LandfallError({ code: "LF9001", severity: "error", summary, fix }, "usage");
