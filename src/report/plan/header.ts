import type { Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { displayWidth, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";

/** On a wide terminal the right side stays near the left one. */
const WIDEST = 100;

/** The first line: the command on the left; on the right the organization, its id and its home Region. */
export function header(plan: Plan, style: Style, command: string): string[] {
  const { name, id, homeRegion } = plan.organization;
  const right = clean(style, `${name}  ${id ?? "not created yet"}  ${homeRegion}`);
  const gap = Math.min(style.width, WIDEST) - displayWidth(command) - displayWidth(right);
  if (gap >= 3) return [`${paint(style, "bold", command)}${" ".repeat(gap)}${right}`];
  return [paint(style, "bold", command), ...wrap(right, style.width)];
}
