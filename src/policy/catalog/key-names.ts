import type { ConditionKeyFacts } from "./facts.ts";

/** `${TagKey}` in the tables of the services; `tag-key` in the page about global keys. */
const VARIABLE = /\$\{[^}]+\}|(?<=\/)tag-key$/u;

/** Finds keys by what a policy writes, in any case. */
export class KeyNames {
  readonly #exact = new Map<string, ConditionKeyFacts>();
  readonly #patterns: { readonly form: RegExp; readonly facts: ConditionKeyFacts }[] = [];

  constructor(keys: readonly ConditionKeyFacts[]) {
    for (const facts of keys) {
      const lower = facts.key.toLowerCase();
      if (!this.#exact.has(lower)) this.#exact.set(lower, facts);
      if (VARIABLE.test(facts.key)) this.#patterns.push({ form: formOf(facts.key), facts });
    }
  }

  find(name: string): ConditionKeyFacts | undefined {
    return this.#exact.get(name.toLowerCase()) ?? this.#patterns.find(({ form }) => form.test(name))?.facts;
  }
}

function formOf(key: string): RegExp {
  const parts = key.split(new RegExp(VARIABLE, "gu")).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join(".+")}$`, "iu");
}
