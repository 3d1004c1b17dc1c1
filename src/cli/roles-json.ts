import type { RolePlace, RoleSpec, RoleState } from "../bootstrap/index.ts";
import { enveloped } from "../report/index.ts";
import { TOOL } from "./version.ts";

interface Shown {
  readonly spec: RoleSpec;
  /** Absent where AWS was not asked. */
  readonly state?: RoleState;
}

/** landfall's roles as `landfall.roles/1`: each as it should be, how it is, and what was done about it. */
export const rolesJson = (shown: readonly Shown[], place: RolePlace, outcomes: Readonly<Record<string, string>> = {}): string =>
  enveloped({ format: "landfall.roles/1", tool: TOOL }, { place, roles: shown.map((role) => roleJson(role, outcomes[role.spec.name])) });

function roleJson({ spec, state }: Shown, outcome: string | undefined): object {
  const { kind, name, description, trust, policy, maxSessionSeconds, tags } = spec;
  const stands = state === undefined ? "not-asked" : state.found === undefined ? "absent" : state.drift.length === 0 ? "as-it-should-be" : "differs";
  return { kind, name, description, trust, policy, maxSessionSeconds, tags, state: stands, drift: state?.drift ?? [], ...(outcome === undefined ? {} : { outcome }) };
}
