import type { ActionFacts } from "../policy/index.ts";
import type { AccessAccount, AccessModel } from "./model.ts";

/** What stands where an ARN has a name; no policy names it. */
const ANY = "any";

/**
 * A resource to ask about where none is given: of the first type that the action must have, in the home Region, with names
 * that no policy has. Undefined for an action that takes none.
 */
export function exampleResource({ partition, homeRegion }: AccessModel, { resourceTypes }: ActionFacts, account: Pick<AccessAccount, "id">, region = homeRegion): string | undefined {
  const { type } = resourceTypes.find(({ required }) => required) ?? resourceTypes[0] ?? {};
  return type?.arns[0]?.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => (name === "Partition" ? partition : name === "Region" ? region : name === "Account" ? account.id : ANY));
}
