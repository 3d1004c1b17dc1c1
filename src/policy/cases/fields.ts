import { LandfallError } from "../../diagnostics/index.ts";
import type { PolicyDocument } from "../document.ts";
import { isObject, isPolicyDocument, type JsonObject } from "../shape.ts";

/** One object of a case; what is asked of it and is not as the format says is refused with its name. */
export class Fields {
  readonly #object: JsonObject;
  readonly #path: string;

  constructor(value: unknown, path = "") {
    if (!isObject(value)) throw refusal(path, "an object");
    this.#object = value;
    this.#path = path;
  }

  get names(): readonly string[] {
    return Object.keys(this.#object);
  }

  /** Null and absent are the same all over the format. */
  raw(name: string): unknown {
    return this.#object[name] ?? undefined;
  }

  pathOf(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  fields(name: string): Fields | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : new Fields(value, this.pathOf(name));
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value !== undefined && typeof value !== "string") throw refusal(this.pathOf(name), "a text");
    return value;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw refusal(this.pathOf(name), "a text");
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.raw(name);
    if (value !== undefined && typeof value !== "boolean") throw refusal(this.pathOf(name), "true or false");
    return value;
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.raw(name);
    if (value !== undefined && !isTexts(value)) throw refusal(this.pathOf(name), "a list of texts");
    return value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    const found = choices.find((choice) => choice === value);
    if (value !== undefined && found === undefined) throw refusal(this.pathOf(name), `one of ${choices.join(", ")}`);
    return found;
  }

  list(name: string): readonly Fields[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw refusal(this.pathOf(name), "a list");
    return value.map((item, index) => new Fields(item, `${this.pathOf(name)}[${index}]`));
  }

  document(name: string): PolicyDocument | undefined {
    const value = this.raw(name);
    if (value !== undefined && !isPolicyDocument(value)) throw refusal(this.pathOf(name), "a policy document");
    return value;
  }

  documents(name: string): readonly PolicyDocument[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isPolicyDocument)) throw refusal(this.pathOf(name), "a list of policy documents");
    return value;
  }
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === "string");

export const refusal = (path: string, expected: string): LandfallError =>
  new LandfallError({ code: "LF3091", severity: "error", summary: `${path === "" ? "A policy case" : `"${path}" of a policy case`} is not ${expected}.` }, "usage");
