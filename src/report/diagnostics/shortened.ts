import type { Diagnostic } from "../../diagnostics/index.ts";

/** Longer words are no words: names in AWS have up to 128 characters, and ARNs a few hundred. */
const MOST = 512;
const SHOWN = 79;

/** A diagnostic whose sentences have no word that fills a screen. A fix stays whole, for it may be a command. */
export const shortened = <T extends Pick<Diagnostic, "summary" | "detail">>(diagnostic: T): T => ({
  ...diagnostic,
  summary: short(diagnostic.summary),
  ...(diagnostic.detail === undefined ? {} : { detail: short(diagnostic.detail) }),
});

const short = (text: string): string => text.replace(/\S+/gu, (word) => (word.length <= MOST ? word : `${Array.from(word).slice(0, SHOWN).join("")}…${/[".,:]*$/.exec(word)?.[0] ?? ""}`));
