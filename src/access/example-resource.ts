import type { ActionFacts, ResourceTypeFacts } from "../policy/index.ts";
import type { AccessAccount, AccessModel } from "./model.ts";

/** What stands where an ARN has a name; no policy names it. */
const ANY = "any";

/**
 * A resource to ask about where none is given: of the first type that the action must have, in the home Region, with names
 * that no policy has. Undefined for an action that takes none.
 */
export function exampleResource({ partition, homeRegion }: Pick<AccessModel, "partition" | "homeRegion">, { resourceTypes }: ActionFacts, account: Pick<AccessAccount, "id">, region = homeRegion): string | undefined {
  // What has a Region and no account, such as an image, may be AWS's own.
  const usual = resourceTypes.filter(({ type: { arns } }) => arns[0]?.includes("${Region}::") !== true);
  const required = usual.filter((one) => one.required);
  // The plainest form: an object in a bucket rather than one behind an access point.
  const { type } = (required.length > 0 ? required : usual).toSorted((a, b) => variables(a.type) - variables(b.type))[0] ?? resourceTypes[0] ?? {};
  return type?.arns[0]?.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => (name === "Partition" ? partition : name === "Region" ? region : name === "Account" ? account.id : ANY));
}

const variables = ({ arns }: ResourceTypeFacts): number => arns[0]?.split("${").length ?? 0;
