import { nearest } from "../../diagnostics/index.ts";
import { withArticleFirst } from "../kinds/article.ts";
import type { PolicyCheck } from "./check.ts";
import { show } from "./texts.ts";

const EFFECTS = ["Allow", "Deny"];

/** Source: IAM User Guide, "IAM JSON policy elements: Effect" (case-sensitive); Organizations User Guide, "RCP syntax". */
export const effectCheck: PolicyCheck = {
  name: "effect",
  *statement(statement, path, rules) {
    const effect = statement["Effect"];
    if (effect === undefined) return;
    const at = [...path, "Effect"];
    if (typeof effect !== "string" || !EFFECTS.includes(effect)) {
      const suggestion = typeof effect === "string" ? nearest(effect, rules.effects) : undefined;
      const message = `The Effect ${show(effect)} does not exist.`;
      const fix = `Write ${rules.effects.map((name) => `"${name}"`).join(" or ")}.`;
      yield { code: "LF3020", severity: "error", message, path: at, fix, ...(suggestion === undefined ? {} : { suggestion }) };
    } else if (!rules.effects.some((name) => name === effect)) {
      const message = `${withArticleFirst(rules.title)} cannot ${effect.toLowerCase()}: AWS's own RCPFullAWSAccess, on every node, is the only one that does.`;
      yield { code: "LF3021", severity: "error", message, path: at, fix: "Say what to deny, or remove the statement." };
    }
  },
};
