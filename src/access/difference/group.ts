import type { Address } from "../../ids/index.ts";
import type { AccessAccount } from "../model.ts";
import type { ActionIndex } from "../space/index.ts";
import type { Finding } from "./compare-account.ts";
import type { AccessChange } from "./model.ts";

interface Telling {
  readonly index: ActionIndex;
  readonly places: (accounts: readonly AccessAccount[]) => Address[];
}

interface Gathered {
  readonly finding: Finding;
  readonly accounts: Set<AccessAccount>;
  readonly words: Set<string>;
  readonly actions: Set<string>;
}

/**
 * Findings as few lines as they can be told in without saying more than is true: first the actions of one principal and
 * cause, then the principals with the same actions, then the accounts with the same of both.
 */
export function toldTogether(classes: readonly { readonly accounts: readonly AccessAccount[]; readonly findings: readonly Finding[] }[], { index, places }: Telling): AccessChange[] {
  const told = new Map<string, Gathered>();
  for (const { accounts, findings } of classes) {
    const byWord = gather(findings.map((finding) => alone(finding, accounts)), ({ finding }) => `${circumstances(finding)} ${finding.word}`);
    const byActions = gather(byWord, ({ finding, actions }) => `${circumstances(finding)} ${[...actions].toSorted().join(",")}`);
    for (const line of byActions) join(told, `${circumstances(line.finding)} ${[...line.words].toSorted().join(",")} ${[...line.actions].toSorted().join(",")}`, line);
  }
  return Array.from(told.values(), ({ finding, accounts, words, actions }): AccessChange => {
    const { resources, when, because, example } = finding;
    return { places: places([...accounts]), accounts: Array.from(accounts, ({ address }) => address), principals: [...words], ...index.wordsFor(actions), resources, when, because, example };
  });
}

const alone = (finding: Finding, accounts: readonly AccessAccount[]): Gathered => ({ finding, accounts: new Set(accounts), words: new Set([finding.word]), actions: new Set(finding.actions) });

const circumstances = ({ resources, when, because }: Finding): string => JSON.stringify([resources, when, because]);

function gather(lines: readonly Gathered[], keyOf: (line: Gathered) => string): Gathered[] {
  const found = new Map<string, Gathered>();
  for (const line of lines) join(found, keyOf(line), line);
  return [...found.values()];
}

function join(found: Map<string, Gathered>, key: string, { finding, accounts, words, actions }: Gathered): void {
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, { finding, accounts: new Set(accounts), words: new Set(words), actions: new Set(actions) });
    return;
  }
  for (const account of accounts) known.accounts.add(account);
  for (const word of words) known.words.add(word);
  for (const action of actions) known.actions.add(action);
}
