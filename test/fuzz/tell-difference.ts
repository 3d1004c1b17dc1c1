import { caseLine } from "./case-line.ts";
import type { Difference } from "./compare-engines.ts";

/** Both decisions with what led to them, and the case as a line of a corpus with the reference's answer. */
export function tellDifference({ what, chain, request, reference, compiled }: Difference): string {
  const line = caseLine(chain, request, reference.decision) ?? `the format of cases cannot tell all of it: ${JSON.stringify({ chain, request })}`;
  return [`difference in ${what}`, `reference: ${JSON.stringify(reference, null, 2)}`, `compiled: ${JSON.stringify(compiled, null, 2)}`, line, ""].join("\n");
}
