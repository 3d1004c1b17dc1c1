import { type ExpectationResult, questionOf, requestWords } from "../../access/index.ts";
import { cleanKeepingLines } from "../clean.ts";
import { xml } from "../xml.ts";
import type { ExpectationsScreen } from "./human.ts";

/** What came of each expectation as a test report: one test each; one that is mistaken is an error, as a test that cannot run. */
export function expectationsJunit({ results, file }: Pick<ExpectationsScreen, "results" | "file">): string {
  const errors = results.filter(({ outcome }) => outcome === "mistaken").length;
  const failures = results.filter(({ outcome }) => outcome !== "holds").length - errors;
  const counts = `tests="${results.length}" failures="${failures}" errors="${errors}"`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${counts}>`, `  <testsuite name="landfall test" ${counts}>`, ...results.map((result) => testcase(result, file)), "  </testsuite>", "</testsuites>", ""].join("\n");
}

function testcase(result: ExpectationResult, file: string): string {
  const { name, outcome, expectation, mistakes, counterexamples, heldFixed } = result;
  const open = `    <testcase classname="${inLine(file)}" name="${inLine(name)}"`;
  if (outcome === "holds") return `${open}/>`;
  const held = heldFixed.length === 0 ? [] : [`Not varied, because there are too many combinations: ${heldFixed.join(", ")}.`];
  const wrong = mistakes.map(({ summary, suggestion }) => `${summary}${suggestion === undefined ? "" : ` Did you mean ${suggestion}?`}`);
  const says = [...wrong, ...counterexamples.map((one) => `${requestWords(one)}.\n  ${questionOf(one)}`), ...held];
  const text = [expectation.because, ...says].filter((part) => part !== undefined).join("\n");
  const tag = outcome === "mistaken" ? "error" : "failure";
  const message = mistakes[0]?.summary ?? (counterexamples[0] === undefined ? "not proven" : requestWords(counterexamples[0]));
  return `${open}><${tag} message="${inLine(message)}" type="${outcome}">${escaped(text)}</${tag}></testcase>`;
}

const escaped = (text: string): string => xml(cleanKeepingLines(text));
const inLine = (text: string): string => escaped(text.replaceAll(/\s+/g, " "));
