import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { show } from "./texts.ts";

const CURRENT = "2012-10-17";
const OLD = "2008-10-17";
const NO_VARIABLES = "variables such as ${aws:PrincipalAccount} are then plain text";

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Version"; Organizations User Guide, "SCP syntax".
 * Unconfirmed: the SCP page asks for 2012-10-17, its own examples leave the Version out, so both lacks are warnings.
 */
export const versionCheck: PolicyCheck = {
  name: "version",
  *document(document) {
    if (!isObject(document)) return;
    const version = document["Version"];
    const fix = `Write "Version": "${CURRENT}".`;
    const path = ["Version"];
    if (version === undefined) {
      const message = `The policy has no Version, which means ${OLD}: ${NO_VARIABLES}.`;
      yield { code: "LF3011", severity: "warning", message, path: [], fix };
    } else if (version === OLD) {
      yield { code: "LF3013", severity: "warning", message: `The Version is ${OLD}: ${NO_VARIABLES}.`, path, fix };
    } else if (version !== CURRENT) {
      const message = `The Version ${show(version)} does not exist.`;
      yield { code: "LF3012", severity: "error", message, path, fix, suggestion: CURRENT };
    }
  },
};
