import { expand } from "../../inventory/index.ts";
import { type Check, ok, warn } from "../check.ts";

/** The services that the file needs have trusted access. */
export const trustedAccess: Check = {
  name: "trusted access",
  needs: ["file", "organization"],
  async run(scope) {
    const declared = scope.input.file?.organization;
    const needed = declared === undefined ? [] : [...expand(declared).values()].flatMap((item) => (item.kind === "trusted-access" ? [item.service] : []));
    const enabled = await scope.trustedAccess();
    const missing = needed.filter((service) => !enabled.has(service));
    if (missing.length > 0) return [warn(`not given yet to ${missing.join(", ")}; the plan gives it`, "landfall plan")];
    return [ok(needed.length === 0 ? "the file needs none" : `given to ${needed.join(", ")}`)];
  },
};
