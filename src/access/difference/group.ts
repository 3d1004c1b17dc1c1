import type { Address } from "../../ids/index.ts";
import type { AccessAccount } from "../model.ts";
import type { ActionIndex } from "../space/index.ts";
import { type ActionSet, ActionNumbers, addTo, keyOf } from "./action-set.ts";
import type { Finding } from "./compare-account.ts";
import type { AccessChange } from "./model.ts";

interface Telling {
  readonly index: ActionIndex;
  readonly places: (accounts: readonly AccessAccount[]) => Address[];
}

interface Gathered {
  readonly finding: Finding;
  /** What the finding says besides who and what. */
  readonly because: string;
  readonly accounts: Set<AccessAccount>;
  readonly words: Set<string>;
  readonly actions: ActionSet;
}

/**
 * Findings as few lines as they can be told in without saying more than is true: first the actions of one principal and
 * cause, then the principals with the same actions, then the accounts with the same of both.
 */
export function toldTogether(classes: readonly { readonly accounts: readonly AccessAccount[]; readonly findings: readonly Finding[] }[], { index, places }: Telling): AccessChange[] {
  const numbers = new ActionNumbers(index.names);
  const told = new Map<string, Gathered>();
  for (const { accounts, findings } of classes) {
    const all = findings.map((finding): Gathered => ({ finding, because: circumstances(finding), accounts: new Set(accounts), words: new Set([finding.word]), actions: numbers.setOf(finding.actions) }));
    const byWord = gather(all, ({ finding, because }) => `${because} ${finding.word}`);
    const byActions = gather(byWord, ({ because, actions }) => `${because} ${keyOf(actions)}`);
    for (const line of byActions) join(told, `${line.because} ${[...line.words].toSorted().join(",")} ${keyOf(line.actions)}`, line);
  }
  return Array.from(told.values(), ({ finding, accounts, words, actions }): AccessChange => {
    const { resources, when, because, example } = finding;
    return { places: places([...accounts]), accounts: Array.from(accounts, ({ address }) => address), principals: [...words], ...index.wordsFor(numbers.namesIn(actions)), resources, when, because, example };
  });
}

const circumstances = ({ resources, when, because }: Finding): string => JSON.stringify([resources, when, because]);

function gather(lines: readonly Gathered[], keyFor: (line: Gathered) => string): Gathered[] {
  const found = new Map<string, Gathered>();
  for (const line of lines) join(found, keyFor(line), line);
  return [...found.values()];
}

function join(found: Map<string, Gathered>, key: string, line: Gathered): void {
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, { ...line, accounts: new Set(line.accounts), words: new Set(line.words), actions: line.actions.slice() });
    return;
  }
  for (const account of line.accounts) known.accounts.add(account);
  for (const word of line.words) known.words.add(word);
  addTo(known.actions, line.actions);
}
