import { namesInPack } from "../../guardrails/index.ts";
import type { Inventory, Observation } from "../../inventory/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { Style } from "../style.ts";
import { treeOf } from "../tree/model.ts";
import { count } from "../words.ts";
import type { Picture } from "./box.ts";
import { pictureDrawio } from "./drawio.ts";
import { isAttached, marksOfPlan, marksOfReach } from "./marks.ts";
import { pictureMermaid } from "./mermaid.ts";
import { pictureOf } from "./picture.ts";
import { pictureSvg } from "./svg.ts";
import { pictureText } from "./text.ts";

export type { Picture } from "./box.ts";

/** The forms of a picture, by the name of `--as`. */
export const PICTURE_FORMS: Readonly<Record<"text" | "mermaid" | "svg" | "drawio", (picture: Picture, style: Style) => string>> = {
  text: pictureText,
  mermaid: pictureMermaid,
  svg: pictureSvg,
  drawio: pictureDrawio,
};

export interface DrawOptions {
  readonly name: string;
  /** Draw every account, however many. */
  readonly all?: boolean;
}

/** The organization with what is attached where. */
export function organizationPicture(source: Inventory | Observation, { name, all }: DrawOptions): Picture {
  const description = "items" in source ? "The organization as AWS has it, with the policies attached to each node." : "The organization as its file declares it, with the policies attached to each node.";
  return pictureOf(treeOf(source), { title: name, description, all });
}

/** Where a policy is attached and what it reaches; undefined when it is attached nowhere. */
export function reachPicture(source: Inventory | Observation, policy: string, { name, all }: DrawOptions): Picture | undefined {
  const tree = treeOf(source);
  if (!isAttached(tree, policy)) return undefined;
  const items = "items" in source ? [...source.items.values()].map(({ item }) => item) : [...source.values()];
  const spares = items.some((item) => item.kind === "policy" && (item.name === policy || namesInPack(item).includes(policy)) && (item.policyKind === "scp" || item.policyKind === "rcp")) ? "management account" : undefined;
  const description = `Where the policy is attached, and what inherits it.${spares === undefined ? "" : ` It does not reach the ${spares}.`}`;
  return pictureOf(tree, { title: `${name}: what ${policy} reaches`, description, marks: marksOfReach(tree, policy, spares), all });
}

/** What a plan does, on the organization as it will be; what is removed is still drawn. */
export function planPicture(plan: Plan, desired: Inventory, { name, all }: DrawOptions): Picture {
  const removed = plan.changes.flatMap(({ observed, desired: wanted }) => (wanted === undefined && observed !== undefined ? [[observed.item.address, observed.item] as const] : []));
  const both = new Map([...removed, ...desired]);
  return pictureOf(treeOf(both), { title: `${name}: the plan`, description: `The organization after the plan, with ${count(plan.changes.length, "change")}.`, marks: marksOfPlan(plan, both), all });
}
