import { inspectRole, type RoleKind, roleSpec } from "../../bootstrap/index.ts";
import type { DoctorScope } from "../scope.ts";
import { type Check, type Finding, ok, warn } from "../check.ts";

/** The plan and the apply role are as bootstrap would make them. */
export const roles: Check = {
  name: "roles",
  needs: ["management"],
  async run(scope) {
    const findings = await Promise.all((["plan", "apply"] as const).map((kind) => inspect(scope, kind)));
    return findings.flat();
  },
};

async function inspect(scope: DoctorScope, kind: RoleKind): Promise<Finding[]> {
  const spec = roleSpec(kind, await scope.place());
  const { found, drift } = await inspectRole(scope.aws, spec);
  if (found === undefined) return [warn(`${spec.name} is not there; who plans and applies may do whatever its own policies allow`, "landfall bootstrap --create")];
  if (drift.length === 0) return [ok(`${spec.name} is as it should be`)];
  return drift.map(({ text }) => warn(`${spec.name} ${text}`, "landfall bootstrap --create"));
}
