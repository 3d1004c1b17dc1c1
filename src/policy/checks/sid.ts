import type { PolicyCheck } from "./check.ts";
import { quote, valuesOf } from "./texts.ts";
import { isObject } from "../shape.ts";

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Sid".
 * Unconfirmed: IAM refuses other characters and repeated Sids; AWS does not say whether Organizations does, so both are warnings.
 */
export const sidCheck: PolicyCheck = {
  name: "sid",
  *document(document) {
    if (!isObject(document)) return;
    const seen = new Set<string>();
    for (const { value: statement, path } of valuesOf(document["Statement"], ["Statement"])) {
      const sid = isObject(statement) ? statement["Sid"] : undefined;
      if (typeof sid !== "string" || sid === "") continue;
      if (seen.has(sid)) {
        const message = `The Sid ${quote(sid)} is used by more than one statement.`;
        yield { code: "LF3023", severity: "warning", message, path: [...path, "Sid"], fix: "Give every statement its own Sid." };
      }
      seen.add(sid);
    }
  },
  *statement(statement, path) {
    const sid = statement["Sid"];
    if (typeof sid !== "string" || /^[A-Za-z0-9]*$/.test(sid)) return;
    const message = `The Sid ${quote(sid)} has characters besides letters and digits, which AWS may refuse.`;
    const suggestion = sid.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());
    yield { code: "LF3022", severity: "warning", message, path: [...path, "Sid"], fix: "Use letters and digits.", suggestion };
  },
};
