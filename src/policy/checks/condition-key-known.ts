import { nearest } from "../../diagnostics/index.ts";
import type { Catalog } from "../catalog/index.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { PolicyCheck } from "./check.ts";
import { conditionsOf, quote } from "./texts.ts";

/**
 * Keys that AWS does not have. Those of identity providers (`token.actions.githubusercontent.com:sub`) are the
 * provider's own and are not judged.
 */
export const conditionKeyKnownCheck: PolicyCheck = {
  name: "condition-key-known",
  *names(statement, path, catalog) {
    for (const { key, path: at } of conditionsOf(statement, path)) {
      const prefix = key.slice(0, key.indexOf(":"));
      if (prefix === "" || prefix.includes(".") || placeholdersIn(key).length > 0 || catalog.conditionKey(key) !== undefined) continue;
      const message = `AWS has no condition key ${quote(key)} (its lists of ${catalog.date}), so requests never carry it.`;
      const suggestion = nearest(key, named(key, catalog));
      yield { code: "LF3043", severity: "warning", message, path: at, about: "key", fix: "Correct the name of the key.", ...(suggestion === undefined ? {} : { suggestion }) };
    }
  },
};

/** The keys it may have been meant to be, each with the variable part that was written. */
function named(key: string, catalog: Catalog): string[] {
  const slash = key.indexOf("/");
  const keys = catalog.conditionKeys().map((facts) => facts.key);
  if (slash < 0) return keys.filter((one) => !one.includes("${") && !one.endsWith("/tag-key"));
  return keys.filter((one) => one.includes("/")).map((one) => one.slice(0, one.indexOf("/")) + key.slice(slash));
}
