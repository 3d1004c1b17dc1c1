import { questionOf, requestWords } from "../../access/index.ts";
import { answerJson } from "../access/can-json.ts";
import { enveloped } from "../json.ts";
import type { ExpectationsScreen } from "./human.ts";

/** What came of each expectation as `landfall.expectations/1`. */
export function expectationsJson({ results, tell, file }: ExpectationsScreen, tool: string): string {
  const expectations = results.map(({ counterexamples, mistakes, ...result }) => ({
    ...result,
    mistakes: mistakes.map(({ code, summary, suggestion }) => ({ code, summary, suggestion })),
    counterexamples: counterexamples.map(({ answer, account, into, accounts, ...example }) => ({
      ...example,
      says: requestWords({ answer, account, accounts, ...(into === undefined ? {} : { into }), ...example }),
      ask: questionOf({ answer, account, accounts, ...(into === undefined ? {} : { into }), ...example }),
      account: account.key,
      ...(into === undefined ? {} : { into: into.key }),
      accounts: accounts.map(({ key }) => key),
      answer: answerJson(answer, tell),
    })),
  }));
  return enveloped({ format: "landfall.expectations/1", tool }, { file, holds: results.every(({ outcome }) => outcome === "holds"), expectations });
}
