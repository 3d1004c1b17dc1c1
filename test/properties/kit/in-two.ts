import { type Diagnostic, LandfallError } from "../../../src/diagnostics/index.ts";
import type { Node, Organization, OrganizationalUnit } from "../../../src/organization/index.ts";

const KEY = "closed-for-now";

/** The organization to apply first where a plan was refused because each order would open something; undefined where it was not. */
export function firstOfTwo(error: unknown, organization: Organization): Organization | undefined {
  const refusal = error instanceof LandfallError ? error.diagnostics.find(({ code }) => code === "LF4010") : undefined;
  return refusal === undefined ? undefined : closedAt(placeIn(refusal), organization);
}

/** The place where the message says to attach a policy that denies everything. */
const placeIn = ({ fix = "" }: Diagnostic): string => /^Make two applies of it\. Attach to (root|ou:.+) a policy that denies everything/.exec(fix)?.[1] ?? "";

function closedAt(place: string, organization: Organization): Organization {
  const policies = { ...organization.policies, [KEY]: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] } } } as const;
  const { root = {}, ous } = organization;
  return place === "root" ? { ...organization, policies, root: closed(root) } : { ...organization, policies, ous: closedBelow(ous ?? {}, place.slice("ou:".length).split("/")) };
}

const closed = <T extends Pick<Node, "policies">>(node: T): T => ({ ...node, policies: [...(node.policies ?? []), KEY] });

function closedBelow(ous: Readonly<Record<string, OrganizationalUnit>>, [name = "", ...rest]: readonly string[]): Record<string, OrganizationalUnit> {
  const unit = ous[name];
  if (unit === undefined) throw new RangeError(`the message names no OU of the file: ${name}`);
  return { ...ous, [name]: rest.length === 0 ? closed(unit) : { ...unit, ous: closedBelow(unit.ous ?? {}, rest) } };
}
