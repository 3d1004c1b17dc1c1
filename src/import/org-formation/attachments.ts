import { nearest } from "../../diagnostics/index.ts";
import { attachWanted, type Wanted } from "../attach.ts";
import type { TargetDraft } from "../draft.ts";
import type { Tally } from "../tally.ts";
import type { CarriedAccounts } from "./accounts.ts";
import type { OuTree } from "./organizational-units.ts";
import type { CarriedPolicies } from "./policies.ts";
import { oneOrMany, refOf } from "./references.ts";
import { propertyOf, type Resource, type Template } from "./template.ts";

export interface Targets {
  readonly ous: OuTree;
  readonly accounts: CarriedAccounts;
}

/** Each thing names the policies that are attached to it. */
export function attachPolicies(template: Template, policies: CarriedPolicies, targets: Targets, tally: Tally): void {
  const wanted = [...template.resources.values()].flatMap((resource): Wanted[] => {
    const seen = new Set<string>();
    return oneOrMany(propertyOf(resource, "ServiceControlPolicies")).flatMap((item) => {
      const name = refOf(item) ?? (item.kind === "scalar" ? item.text : "(no name)");
      const finding = tally.find("attachment", `${name} > ${resource.logical}`, item.place);
      const key = policies.keys.get(name);
      const target = targetOf(resource, targets);
      if (key === undefined) finding.leave(whyNoPolicy(name, policies), suggestionFor(name, policies));
      else if (typeof target === "string") finding.leave(target);
      else if (seen.has(key)) finding.leave("the policy is attached there already");
      else {
        seen.add(key);
        return [{ finding, policy: key, kind: "scp" as const, allowList: false, target }];
      }
      return [];
    });
  });
  attachWanted(wanted);
}

/** What the resource became, or why nothing can be attached to it. */
function targetOf({ type, logical }: Resource, { ous, accounts }: Targets): TargetDraft | string {
  switch (type) {
    case "OrganizationRoot":
      return ous.root;
    case "OrganizationalUnit":
      return ous.byLogical.get(logical) ?? `the OU ${logical} is not carried: ${ous.left.get(logical) ?? ""}`;
    case "Account":
      return accounts.byLogical.get(logical) ?? `the account is not carried: ${accounts.left.get(logical) ?? ""}`;
    case "MasterAccount":
      return "service control policies do not bind the management account";
    default:
      return `nothing is attached to a ${type}`;
  }
}

function whyNoPolicy(name: string, { left }: CarriedPolicies): string {
  const why = left.get(name);
  return why === undefined ? `the template has no policy ${name}` : `the policy is not carried: ${why}`;
}

function suggestionFor(name: string, { left, keys }: CarriedPolicies): string | undefined {
  const suggestion = left.has(name) ? undefined : nearest(name, keys.keys());
  return suggestion === undefined ? undefined : `Did you mean ${suggestion}?`;
}
