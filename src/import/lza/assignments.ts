import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Assignment } from "../../organization/index.ts";
import { type Fates, settleKeys } from "../settle-keys.ts";
import { itemsOf, mapping } from "../shape.ts";
import type { Tally } from "../tally.ts";
import { textOf, type YamlNode } from "../yaml-node.ts";
import type { Targets } from "./attachments.ts";
import type { CarriedSets } from "./permission-sets.ts";
import { placesOf, targetMember, targetsOf } from "./targets.ts";

const KEYS: Fates = { name: "read", permissionSetName: "read", principalId: "read", principalType: "read", principals: "read", deploymentTargets: "read", "*": { why: "neither LZA nor landfall knows this key" } };
const TARGET_KEYS: Fates = {
  organizationalUnits: "read",
  accounts: "read",
  excludedAccounts: "read",
  excludedRegions: { why: "who enters an account has no Region", each: true },
  "*": { why: "neither LZA nor landfall knows this key" },
};

interface Principal {
  readonly words: string;
  readonly who?: Pick<Assignment, "group" | "user">;
  readonly why?: string;
}

/** Each principal in each target counts as one; those of one principal stand together. */
export function readAssignments(center: YamlNode | undefined, { sets, left }: CarriedSets, targets: Targets, tally: Tally, problems: Diagnostic[]): Assignment[] {
  return itemsOf(center, "identityCenterAssignments", problems).flatMap((item) => {
    const name = textOf(mapping(item, "An assignment", problems), "name") ?? "assignment";
    const permissionSet = textOf(item, "permissionSetName") ?? "";
    settleKeys(item, name, KEYS, tally);
    settleKeys(targetMember(item), name, TARGET_KEYS, tally);
    const setWhy = sets.has(permissionSet) ? undefined : `the permission set ${permissionSet} is not carried: ${left.get(permissionSet) ?? "the configuration has none of that name"}`;
    const places = targetsOf(targetMember(item), targets, problems);
    return principalsOf(item, problems).flatMap(({ words, who, why }): Assignment[] => {
      const seen = new Set<string>();
      const carried = places.filter((place) => {
        const finding = tally.find("assignment", `${name} ${words} > ${place.name}`, place.item.place);
        const added = [...place.accounts.map((key) => `account ${key}`), ...place.ous.map((ou) => `ou ${ou}`)].filter((one) => !seen.has(one));
        const refusal = why ?? setWhy ?? place.why ?? (added.length === 0 ? "the assignment names it already" : undefined);
        if (refusal !== undefined) {
          finding.leave(refusal);
          return false;
        }
        finding.carry();
        for (const one of added) seen.add(one);
        for (let extra = added.length; extra > 1; extra--) tally.imply("assignment");
        return true;
      });
      return who === undefined || carried.length === 0 ? [] : [{ ...who, permissionSet, ...placesOf(carried) }];
    });
  });
}

function principalsOf(item: YamlNode, problems: Diagnostic[]): Principal[] {
  const id = textOf(item, "principalId");
  const byId: Principal[] = id === undefined ? [] : [{ words: id, why: "it names the principal by an id, which only its own Identity Center knows" }];
  const named = itemsOf(item, "principals", problems).map((each): Principal => {
    const name = textOf(each, "name") ?? "";
    const type = textOf(each, "type") ?? "";
    const words = `${type} ${name}`;
    if (name === "") return { words, why: "the principal has no name" };
    return { words, who: type === "USER" ? { user: name } : { group: name } };
  });
  return [...named, ...byId];
}
