import { withArticleFirst } from "../kinds/article.ts";
import type { PolicyCheck } from "./check.ts";
import { quote, textsOf } from "./texts.ts";

/** A kind whose actions are all of one service: a trust policy is about STS. */
export const onlyServiceCheck: PolicyCheck = {
  name: "only-service",
  *statement(statement, path, { only, title }) {
    if (only === undefined) return;
    for (const element of ["Action", "NotAction"]) {
      for (const { value, path: at } of textsOf(statement, element, path)) {
        if (value === "*" || value.toLowerCase().startsWith(`${only}:`) || !value.includes(":")) continue;
        yield { code: "LF3049", severity: "error", message: `${withArticleFirst(title)} is about ${only} only, so AWS refuses the action ${quote(value)}.`, path: at, fix: `Name actions such as ${only}:AssumeRole.` };
      }
    }
  },
};
