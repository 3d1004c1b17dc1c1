import type { Maturity } from "../../review/index.ts";
import { plainText } from "../markdown.ts";

/** The same for a page that others read. */
export function maturityMarkdown({ name, steps, on, of, next }: Maturity): string {
  const parts = steps.flatMap(({ title, capabilities }, index) => [
    `## ${index + 1} ${title}`,
    "",
    ...capabilities.map(({ title: what, isOn, next: how }) => (isOn ? `- [x] ${plainText(what)}` : `- [ ] ${plainText(what)}: ${plainText(how)}`)),
    "",
  ]);
  const last = next === undefined ? "Nothing is off." : `**Next:** ${plainText(next.title)}. ${plainText(next.how)}`;
  return `${[`# ${plainText(name)}: ${on} of ${of} capabilities`, "", last, "", ...parts].join("\n").trimEnd()}\n`;
}
