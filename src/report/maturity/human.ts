import type { Maturity } from "../../review/index.ts";
import { clean } from "../clean.ts";
import { hang, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";

/** What is on and what is off, step by step, and what to do next. */
export function maturityHuman({ name, steps, on, of, next }: Maturity, style: Style): string {
  const head = paint(style, "bold", `${clean(style, name)}: ${on} of ${of} capabilities`);
  const parts = steps.map(({ title, capabilities }, index) => {
    const has = capabilities.filter(({ isOn }) => isOn).length;
    const rows = capabilities.flatMap(({ title: what, isOn }) => hang(`  ${paint(style, isOn ? "added" : "warning", isOn ? "on " : "off")}  `, what, style));
    return [`${paint(style, "bold", `${index + 1} ${title}`)}  ${has} of ${capabilities.length}`, ...rows].join("\n");
  });
  const last = next === undefined ? "Nothing is off." : hang("Next: ", `${next.title}. ${next.how}`, style).join("\n");
  const note = wrap("As far as the file says: Identity Center's users, and what lives inside accounts, are not looked at.", style.width).map((line) => paint(style, "dim", line)).join("\n");
  return `${[head, ...parts, last, note].join("\n\n")}\n`;
}
