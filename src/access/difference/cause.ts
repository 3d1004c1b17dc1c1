import type { Explanation } from "../../policy/index.ts";
import type { AccessAccount } from "../model.ts";
import type { Cause } from "./model.ts";

/** What denies a request: the first statement that does, else the first place where nothing allows. */
export function causeOf({ denies, gates, failedGates }: Explanation, { path }: AccessAccount): Cause {
  const kindOf = (kind: string): Cause["kind"] => (kind === "scp" || kind === "rcp" ? kind : "identity");
  const at = (index: number | undefined): Pick<Cause, "node"> => {
    const node = index === undefined ? undefined : path[index];
    return node === undefined ? {} : { node };
  };
  const [deny] = denies;
  if (deny !== undefined) return { kind: kindOf(deny.kind), policy: deny.policy, ...(deny.sid === undefined ? {} : { sid: deny.sid }), ...at(deny.level?.index) };
  const closed = gates.find(({ required, allows }) => required && allows !== "yes") ?? failedGates[0];
  return closed === undefined ? { kind: "identity" } : { kind: kindOf(closed.kind), ...at(closed.level?.index) };
}
