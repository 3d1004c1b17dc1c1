/** What must hold on the way from one organization to another. */
export type Rule = "goes through" | "journaled first" | "second plan empty" | "as declared" | "no account twice" | "none closed unasked" | "no gap" | "own work no drift" | "drift told alike";

/** Something that must hold did not. */
export class Broken extends Error {
  readonly rule: Rule;

  constructor(rule: Rule, what: string, options?: ErrorOptions) {
    super(`${rule}: ${what}`, options);
    this.rule = rule;
  }
}
