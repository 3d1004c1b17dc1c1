import type { PolicyDocument, PolicyStatement } from "../policy/index.ts";
import type { RoleKind, RolePlace } from "./place.ts";
import { scopeOf } from "./scopes.ts";

/** Whether an action changes nothing, by AWS's way of naming. */
export const isReadAction = (action: string): boolean => /:(?:Get|List|Describe)/.test(action);

/** One statement for each scope, reads apart from what changes something. */
export function permissions(actions: readonly string[], place: RolePlace, kind: RoleKind): PolicyDocument {
  const groups = new Map<string, { readonly statement: Omit<PolicyStatement, "Action">; readonly actions: string[] }>();
  for (const action of actions) {
    const { name, resources, condition } = scopeOf(action);
    const Sid = `${isReadAction(action) ? "Read" : action === "sts:AssumeRole" ? "Enter" : "Change"}${name}`;
    const group = groups.get(Sid) ?? { statement: { Sid, Effect: "Allow", Resource: resources(place, kind), ...(condition === undefined ? {} : { Condition: condition }) }, actions: [] };
    group.actions.push(action);
    groups.set(Sid, group);
  }
  // Reads first, then what changes something: a reader's eye finds the boundary.
  const sorted = [...groups.values()].toSorted((a, b) => Number(isReadAction(b.actions[0] ?? "")) - Number(isReadAction(a.actions[0] ?? "")));
  return { Version: "2012-10-17", Statement: sorted.map(({ statement: { Sid, Effect, ...rest }, actions: Action }) => ({ Sid, Effect, Action, ...rest })) };
}
