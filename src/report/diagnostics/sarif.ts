import { createHash } from "node:crypto";
import { CODES, type Diagnostic, type Place, type Severity } from "../../diagnostics/index.ts";
import { cleanKeepingLines } from "../clean.ts";
import { stableJson } from "../json.ts";
import { inOrder } from "./order.ts";
import { shortened } from "./shortened.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
/** Code scanning shows no more of one run. */
const MOST = 5_000;

/**
 * Diagnostics for code scanning. Rule ids are landfall's codes and stay; paths are as the file was named, so run it from
 * the root of the repository; fingerprints leave lines out, so that a finding survives a move.
 * Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS.
 */
export function diagnosticsSarif(diagnostics: readonly Diagnostic[], tool: string): string {
  const shown = inOrder(diagnostics).slice(0, MOST);
  const codes = [...new Set(shown.map(({ code }) => code))].toSorted();
  return `${stableJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "landfall", version: tool, rules: codes.map(rule) } }, columnKind: "utf16CodeUnits", results: shown.map(result) }],
  })}\n`;
}

function rule(code: Diagnostic["code"]): object {
  const entry = CODES.get(code);
  return { id: code, shortDescription: { text: entry?.title ?? code }, fullDescription: { text: entry?.why ?? code }, help: { text: entry?.fix ?? code } };
}

function result(diagnostic: Diagnostic): object {
  const { code, severity, summary, fix, suggestion, place, address } = diagnostic;
  const short = shortened(diagnostic);
  const question = suggestion === undefined ? undefined : `Did you mean ${suggestion}?`;
  const text = [short.summary, short.detail, question, fix].filter((part) => part !== undefined).map((part) => cleanKeepingLines(part)).join("\n");
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: location(place) }] }),
    partialFingerprints: { "landfall/v1": fingerprint([code, place?.file ?? address ?? "", summary]) },
  };
}

const location = ({ file, line, column, endLine, endColumn }: Place): object => ({
  artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) },
  region: { startLine: line, startColumn: column, endLine, endColumn },
});

const fingerprint = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
