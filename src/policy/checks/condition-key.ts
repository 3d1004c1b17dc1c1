import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { conditionsOf, quote } from "./texts.ts";

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition": keys are SERVICE:NAME and ignore case.
 * Unconfirmed: AWS's validator calls a key that stands twice in different case an error; whether it is refused is not said.
 */
export const conditionKeyCheck: PolicyCheck = {
  name: "condition-key",
  *statement(statement, path) {
    for (const { key, path: at } of conditionsOf(statement, path)) {
      if (key.indexOf(":") > 0) continue;
      const message = `The condition key ${quote(key)} names no service.`;
      yield { code: "LF3032", severity: "error", message, path: at, about: "key", fix: 'Write SERVICE:NAME, as in "aws:PrincipalArn".' };
    }
    const { Condition } = statement;
    if (!isObject(Condition)) return;
    for (const [operator, keys] of Object.entries(Condition)) {
      const seen = new Map<string, string>();
      for (const key of isObject(keys) ? Object.keys(keys) : []) {
        const first = seen.get(key.toLowerCase());
        seen.set(key.toLowerCase(), key);
        if (first === undefined) continue;
        const message = `${quote(key)} and ${quote(first)} are the same condition key.`;
        const at = [...path, "Condition", operator, key];
        yield { code: "LF3033", severity: "warning", message, path: at, about: "key", fix: "Give one of them all the values." };
      }
    }
  },
};
