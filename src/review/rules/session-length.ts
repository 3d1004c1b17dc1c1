import { IDENTITY_CENTER_QUOTAS as QUOTAS } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";

export const sessionLength: Rule = {
  code: "LF2032",
  name: "session-length",
  severity: "error",
  source: "Identity Center API Reference, CreatePermissionSet",
  check: ({ organization }) =>
    Object.entries(organization.identityCenter?.permissionSets ?? {}).flatMap(([name, { sessionDuration }]) => {
      if (sessionDuration === undefined) return [];
      const minutes = minutesOf(sessionDuration);
      if (minutes >= QUOTAS.sessionMinMinutes && minutes <= QUOTAS.sessionMaxMinutes) return [];
      return [{ path: ["identityCenter", "permissionSets", name, "sessionDuration"], summary: `A session of permission set "${name}" lasts ${sessionDuration}; AWS takes 1 to 12 hours.` }];
    }),
};

/** The shape check has seen to the form. */
function minutesOf(duration: string): number {
  const [hours, minutes, seconds] = ["H", "M", "S"].map((unit) => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0));
  return (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60;
}
