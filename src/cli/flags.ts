import { POLICY_TYPES } from "../limits/index.ts";
import type { Excludable } from "../resources/index.ts";
import type { FlagSpec } from "./command.ts";

/** The flags as commander parsed them, read by name. */
export class Flags {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** Whether a switch is on. */
  on(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  list(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
  }

  /** The value as commander left it, for flags that are a switch or a text. */
  raw(name: string): unknown {
    return this.#values[name];
  }
}

export const GENERAL_FLAGS: readonly FlagSpec[] = [
  { flags: "--config <path>", description: "the organization file; default: landfall.config.* in this folder or above; another beside it is an organization of its own", group: "General" },
  { flags: "--chdir <dir>", description: "work in this folder", group: "General" },
  { flags: "--color <when>", description: "color the output", group: "General", choices: ["auto", "always", "never"] },
  { flags: "--no-color", description: "the same as --color never", group: "General" },
  { flags: "--quiet", description: "only the answer and errors", group: "General" },
  { flags: "--verbose", description: "tell also where values come from, and each call that is made again", group: "General" },
  { flags: "--debug", description: "tell besides each call to AWS, without its content, and the trace of an error", group: "General" },
  { flags: "--no-input", description: "never ask; also so without a terminal", group: "General" },
];

/** Of the verbs that change the organization file. */
export const EDIT_FLAGS: readonly FlagSpec[] = [{ flags: "--dry-run", description: "say what would change, and leave the file as it is", group: "Output" }];

export const AWS_FLAGS: readonly FlagSpec[] = [
  { flags: "--local", description: "rehearse on the embedded AWS, kept in .landfall; needs no credentials", group: "AWS" },
  { flags: "--profile <name>", description: "a profile of the AWS configuration files", group: "AWS" },
  { flags: "--role <arn>", description: "a role to assume first", group: "AWS" },
  { flags: "--endpoint-url <url>", description: "ask this endpoint for every service", group: "AWS" },
];

export const APPROVAL_FLAGS: readonly FlagSpec[] = [
  { flags: "--yes", description: "do not ask for the plan as a whole", group: "Approval" },
  { flags: "--confirm <kind:name>", description: "confirm one change that cannot be undone", group: "Approval", repeat: true },
  { flags: "--accept-lock-out <step>", description: "accept that one step shuts somebody out, by the step's address", group: "Approval", repeat: true },
];

export const FULL_FLAG: FlagSpec = { flags: "--full", description: "show every change on its own, with its reason", group: "Output" };

export const formatFlag = (...choices: string[]): FlagSpec => ({
  flags: "--format <format>",
  description: "how the answer is written",
  group: "Output",
  choices,
});

/** Forms in which findings are written. */
export const FINDINGS_FORMATS = ["human", "json", "sarif", "junit", "github", "markdown"] as const;

const EXCLUDABLE: readonly Excludable[] = ["tags", "policy-type", "policy", "attachment", "trusted-access", "root-access", "contact", "delegated-administrator", "delegation-policy", ...POLICY_TYPES.map(({ kind }) => `policy:${kind}` as const)];

export const EXCLUDE_FLAG: FlagSpec = {
  flags: "--exclude <kind>",
  description: "leave out a kind, or all of one policy type; the plan is then marked incomplete",
  group: "What",
  repeat: true,
  choices: EXCLUDABLE,
};
