import { entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const assignmentToGroup: Rule = {
  code: "LF2150",
  name: "assignment-to-group",
  severity: "warning",
  source: "Identity Center User Guide, Assign user or group access to AWS accounts",
  rows: [62, 114],
  check: (subject) =>
    entriesOf(subject)
      .filter(({ assignment }) => assignment.user !== undefined)
      .map(({ assignment, path, who }) => ({ path: [...path, "user"], summary: `"${assignment.permissionSet}" is assigned to the single ${who}.` })),
};
