import type { Cli, CliAnswer } from "../kit/cli.ts";
import { Names } from "./normalize.ts";
import type { Json, Step } from "./step.ts";

/** What came of a step: the answer, or the error's name and all that was said about it. */
export interface Outcome {
  readonly answer?: Json;
  readonly error?: string;
  readonly said?: string;
}

/** Keys as the CLI takes them. */
type Keys = Readonly<Record<string, string>>;

/** A place that answers the AWS CLI, and what has been kept of its answers. */
export class World {
  readonly names = new Names();
  #url: string;
  readonly #kept = new Map<string, Json>();
  readonly #keys: Map<string, Keys>;
  /** The steps that gave keys, to take them again. */
  readonly #entries = new Map<string, Step>();

  constructor(url: string, keys: Readonly<Record<string, Keys>>, kept: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.#keys = new Map(Object.entries(keys));
    for (const [name, value] of Object.entries(kept)) this.#keepValue(name, value);
  }

  /** The same world answers at another address. */
  moveTo(url: string): void {
    this.#url = url;
  }

  /** Names that a step needs and nothing has been kept under. */
  missing({ args, as }: Step): string[] {
    const named = [...args.join(" ").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    return [...named.filter((name) => !this.#kept.has(name)), ...(as === undefined || this.#keys.has(as) ? [] : [as])];
  }

  /** The text with what was kept in place of its braces. */
  fill(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = this.#kept.get(name);
      return typeof value === "string" ? value : whole;
    });
  }

  /** Makes the call of a step. Sessions that are over by the time of their next call are begun anew, unless that is the point. */
  async take(step: Step, cli: Cli): Promise<Outcome> {
    const missing = this.missing(step);
    if (missing.length > 0) return { error: `nothing was kept as ${missing.join(", ")}` };
    const outcome = await this.#call(step, cli);
    const entry = this.#entries.get(step.as ?? "");
    if (entry === undefined || outcome.error === step.fails || !outcome.error?.startsWith("ExpiredToken")) return outcome;
    await this.take(entry, cli);
    return this.#call(step, cli);
  }

  async #call(step: Step, cli: Cli): Promise<Outcome> {
    const args = [...step.args.map((word) => this.fill(word)), "--endpoint-url", this.#url, "--output", "json"];
    const outcome = outcomeOf(await cli.run(args, { AWS_DEFAULT_REGION: "us-east-1", ...this.#keys.get(step.as ?? "management") }));
    if (outcome.answer !== undefined) this.#keep(step, outcome.answer);
    return outcome;
  }

  #keep(step: Step, answer: Json): void {
    for (const [name, path] of Object.entries(step.keeps ?? {})) {
      const value = at(answer, path);
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        this.#keys.set(name, keysOf(value as Record<string, Json>));
        this.#entries.set(name, step);
      } else if (value !== undefined) this.#keepValue(name, value);
    }
  }

  #keepValue(name: string, value: Json): void {
    this.#kept.set(name, value);
    this.names.keep(name, value);
  }
}

/** What `AssumeRole` and `CreateAccessKey` answer with, as the CLI takes it. */
function keysOf(credentials: Readonly<Record<string, Json>>): Keys {
  const members = { AWS_ACCESS_KEY_ID: "AccessKeyId", AWS_SECRET_ACCESS_KEY: "SecretAccessKey", AWS_SESSION_TOKEN: "SessionToken" };
  return Object.fromEntries(Object.entries(members).flatMap(([name, member]) => (typeof credentials[member] === "string" ? [[name, credentials[member]]] : [])));
}

function outcomeOf({ code, stdout, stderr }: CliAnswer): Outcome {
  if (code === 0) return { answer: stdout.trim() === "" ? {} : (JSON.parse(stdout) as Json) };
  return { error: /An error occurred \((\w+)\)/.exec(stderr)?.[1] ?? stderr.trim(), said: stderr };
}

/** The part of an answer at a path: `Roots.0.Id`. */
function at(answer: Json, path: string): Json | undefined {
  let value: Json | undefined = answer;
  for (const name of path.split(".")) value = typeof value === "object" && value !== null ? (value as Readonly<Record<string, Json>>)[name] : undefined;
  return value;
}
