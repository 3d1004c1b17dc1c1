import { code, page, table } from "./markdown.mjs";

const SEVERITIES = { error: "Errors", warning: "Warnings", info: "Remarks" };

/** What `landfall check` looks at once the shape of the file is right. */
export const rulesPage = ({ RULES, CODES }) => ({
  path: "docs/reference/rules.md",
  text: page(
    "# Rules",
    "`landfall check` reads the file, then holds the organization against these rules, offline. Errors are what AWS would refuse or what would leave nobody able to work; warnings are what good design says otherwise, and fail only with `--fail-on warning`.",
    "A file may state how far the organization has grown (`growth`). A rule that holds from the next size on then tells the next step as a remark, and one that holds later is silent. A warning that somebody has agreed to live with stands under `waivers`.",
    "[Requirements](rows.md) lists what landfall is built on, with the rules that judge each, or why no rule can.",
    Object.entries(SEVERITIES).flatMap(([severity, title]) => {
      const rules = RULES.filter((rule) => rule.severity === severity);
      return rules.length === 0 ? [] : [`## ${title}`, table(["Code", "Rule", "What it says", "From", "Source"], rules.map((rule) => row(rule, CODES)))];
    }),
  ),
});

const row = ({ code: name, name: rule, source, from }, codes) => [
  `[${name}](../errors/${name}.md)`,
  code(rule),
  codes.get(name).title,
  from === undefined ? "" : code(from),
  source,
];
