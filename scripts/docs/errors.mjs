import { code, fenced, page, table } from "./markdown.mjs";

const AREAS = { 1: "The organization file", 2: "The organization", 3: "Policies", 4: "Plans", 5: "Applying", 6: "Importing", 7: "AWS", 8: "The emulator", 9: "The command line" };

/** A page for each code. */
export const errorPages = ({ CODES, RULES }) =>
  [...CODES.values()].map((entry) => ({ path: `docs/errors/${entry.code}.md`, text: errorPage(entry, RULES.filter((rule) => rule.code === entry.code)) }));

const errorPage = ({ code: name, title, why, fix }, rules) =>
  page(
    `# ${name}: ${title}`,
    why,
    `**Fix.** ${fix}`,
    rules.map((rule) => `Found by the rule ${code(rule.name)} (${rule.severity}). Source: ${rule.source}.`),
    "On the command line:",
    fenced(`landfall explain ${name}`, "sh"),
    "[All codes](README.md)",
  );

/** The list of all codes, area by area. */
export const errorIndex = ({ CODES }) => ({
  path: "docs/errors/README.md",
  text: page(
    "# Codes",
    "Every message of landfall has a code. `landfall explain CODE` prints what stands on its page, offline.",
    Object.entries(AREAS).flatMap(([digit, area]) => {
      const entries = [...CODES.values()].filter((entry) => entry.code.startsWith(`LF${digit}`));
      return entries.length === 0 ? [] : [`## ${area}`, table(["Code", "Meaning"], entries.map((entry) => [`[${entry.code}](${entry.code}.md)`, entry.title]))];
    }),
  ),
});
