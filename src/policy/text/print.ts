import type { PolicyDocument, PolicyStatement } from "../document.ts";

const DOCUMENT_ORDER = ["Version", "Id", "Statement"];

/** The order of AWS's own examples. */
const STATEMENT_ORDER = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

/** The document as people read it: two spaces, elements in AWS's order, a line break at the end. Values stay as they are. */
export function printPolicy(document: PolicyDocument): string {
  const statements = document.Statement as PolicyStatement | readonly PolicyStatement[];
  const ordered = Array.isArray(statements)
    ? (statements as readonly PolicyStatement[]).map((statement) => inOrder(statement, STATEMENT_ORDER))
    : inOrder(statements, STATEMENT_ORDER);
  return `${JSON.stringify(inOrder({ ...document, Statement: ordered }, DOCUMENT_ORDER), null, 2)}\n`;
}

/** Known elements first; unknown ones keep their order behind them. */
function inOrder(value: object, order: readonly string[]): Record<string, unknown> {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)));
}
