import { type Counterexample, questionOf, requestWords } from "../../access/index.ts";
import { answerJson } from "../access/can-json.ts";
import type { TellStatement } from "../access/told.ts";
import { enveloped } from "../json.ts";
import type { ExpectationsScreen } from "./human.ts";

/** What came of each expectation as `landfall.expectations/1`. */
export function expectationsJson({ results, tell, file }: ExpectationsScreen, tool: string): string {
  const expectations = results.map(({ counterexamples, mistakes, ...result }) => ({
    ...result,
    mistakes: mistakes.map(({ code, summary, suggestion }) => ({ code, summary, suggestion })),
    counterexamples: counterexamples.map((example) => counterexampleJson(example, tell)),
  }));
  return enveloped({ format: "landfall.expectations/1", tool }, { file, holds: results.every(({ outcome }) => outcome === "holds"), expectations });
}

function counterexampleJson(example: Counterexample, tell: TellStatement): object {
  const { answer, asker: _, account, into, accounts, ...rest } = example;
  return {
    ...rest,
    says: requestWords(example),
    ask: questionOf(example),
    account: account.key,
    ...(into === undefined ? {} : { into: into.key }),
    accounts: accounts.map(({ key }) => key),
    answer: answerJson(answer, tell),
  };
}
