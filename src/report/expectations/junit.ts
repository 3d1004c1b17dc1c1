import { type ExpectationResult, questionOf, requestWords } from "../../access/index.ts";
import { cleanKeepingLines } from "../clean.ts";
import { xml } from "../xml.ts";
import type { ExpectationsScreen } from "./human.ts";

/** What came of each expectation as a test report: one test each. */
export function expectationsJunit({ results, file }: Pick<ExpectationsScreen, "results" | "file">): string {
  const counts = `tests="${results.length}" failures="${results.filter(({ outcome }) => outcome !== "holds").length}"`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${counts}>`, `  <testsuite name="landfall test" ${counts}>`, ...results.map((result) => testcase(result, file)), "  </testsuite>", "</testsuites>", ""].join("\n");
}

function testcase(result: ExpectationResult, file: string): string {
  const { name, outcome, expectation, mistakes, counterexamples } = result;
  const open = `    <testcase classname="${inLine(file)}" name="${inLine(name)}"`;
  if (outcome === "holds") return `${open}/>`;
  const says = [...mistakes.map(({ summary }) => summary), ...counterexamples.map((one) => `${requestWords(one)}.\n  ${questionOf(one)}`)];
  const text = [expectation.because, ...says].filter((part) => part !== undefined).join("\n");
  return `${open}><failure message="${inLine(mistakes[0]?.summary ?? (counterexamples[0] === undefined ? "not proven" : requestWords(counterexamples[0])))}" type="${outcome}">${escaped(text)}</failure></testcase>`;
}

const escaped = (text: string): string => xml(cleanKeepingLines(text));
const inLine = (text: string): string => escaped(text.replaceAll(/\s+/g, " "));
