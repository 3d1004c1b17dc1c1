import type { Diagnostic } from "../../diagnostics/index.ts";
import { cleanKeepingLines } from "../clean.ts";
import { xml } from "../xml.ts";
import { inOrder } from "./order.ts";
import { shortened } from "./shortened.ts";

/**
 * Diagnostics as a test report: each error a failed test, each warning or note a passed one with its text; without
 * errors there is a passed test that says so.
 */
export function diagnosticsJunit(diagnostics: readonly Diagnostic[], file: string): string {
  const failures = diagnostics.filter(({ severity }) => severity === "error").length;
  const clean = failures === 0 ? [`    <testcase classname="${inLine(file)}" name="has no error"/>`] : [];
  const tests = [...clean, ...inOrder(diagnostics).map((diagnostic) => testcase(shortened(diagnostic), file))];
  const counts = `tests="${tests.length}" failures="${failures}"`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${counts}>`, `  <testsuite name="landfall check" ${counts}>`, ...tests, "  </testsuite>", "</testsuites>", ""].join("\n");
}

function testcase({ code, severity, summary, detail, fix, suggestion, place }: Diagnostic, file: string): string {
  const where = place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`;
  const text = [where, detail, suggestion === undefined ? undefined : `Did you mean ${suggestion}?`, fix === undefined ? undefined : `Fix: ${fix}`].filter((part) => part !== undefined).join("\n");
  const open = `    <testcase classname="${inLine(place?.file ?? file)}" name="${inLine(`${code} ${summary}`)}">`;
  const body = severity === "error" ? `<failure message="${inLine(summary)}" type="${code}">${escaped(text)}</failure>` : `<system-out>${escaped(`${severity}: ${text}`)}</system-out>`;
  return `${open}${body}</testcase>`;
}

const escaped = (text: string): string => xml(cleanKeepingLines(text));

/** For an attribute, in which a line break would become a space anyway. */
const inLine = (text: string): string => escaped(text.replaceAll(/\s+/g, " "));
