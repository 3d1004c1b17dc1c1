import { page, table } from "./markdown.mjs";

/** Every numbered requirement with the rules that judge it, or why the structure of an organization cannot tell. */
export const rowsPage = ({ ARTICLES, GUARDRAILS, ROWS, RULES }) => {
  const rulesOf = new Map(ROWS.map(({ row }) => [row, RULES.filter(({ rows = [] }) => rows.includes(row))]));
  const judged = ROWS.filter(({ row }) => rulesOf.get(row).length > 0).length;
  return {
    path: "docs/reference/rows.md",
    text: page(
      "# Requirements",
      "landfall is built on four published articles about many AWS accounts. What they ask of an organization is numbered here, said in our words.",
      `Of the ${ROWS.length} requirements, [rules](rules.md) judge ${judged}, as far as the structure in an organization file can tell. The others are about something else: what lives inside accounts, people's access, money, time. Why is said at each; where a sentence follows the rules, it says what they leave out.`,
      "What policies can hold is held by [guardrails](guardrails.md), each with proof.",
      table(["Article", "Requirements"], ARTICLES.map((article) => [titleOf(article), ranges(article.rows.map(({ row }) => row))])),
      table(
        ["Row", "What it asks", "Rules, or why structure cannot tell", "Guardrails"],
        ROWS.map(({ row, about, why }) => [row, about, answer(rulesOf.get(row), why), held(GUARDRAILS.filter(({ rows }) => rows.includes(row)))]),
      ),
    ),
  };
};

const answer = (rules, why) => [rules.map(({ code, name }) => `[\`${name}\`](../errors/${code}.md)`).join(", "), why].filter((part) => part).join(". ");

const held = (guardrails) => guardrails.map(({ name }) => `[\`${name}\`](guardrails.md#${name})`).join(", ");

const titleOf = ({ title, publisher }) => (publisher === undefined ? title : `${publisher}, ${title}`);

/** `1 to 49, 142`. */
const ranges = (numbers) => {
  const runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
};
