import type { Answers } from "./blueprint.ts";
import { accessBlocks, member } from "./draft-access.ts";
import type { Draft, OuDraft } from "./draft.ts";
import { accountMembers, literal, listLines, memberName } from "./source-text.ts";

/** A draft as the TypeScript of an organization file, with the comments a person would leave. */
export function organizationText(draft: Draft, answers: Answers): string {
  const { ous = {}, ...root } = draft.root;
  const blocks = [
    [...head(answers), ...growthLines(draft)],
    [`  // ${draft.managementNote}`, `  managementAccount: { owner: ${literal(draft.managementOwner)} },`],
    block("root", root, 2),
    settingsLines(draft),
    delegations(draft),
    Object.keys(ous).length === 0 ? [] : ["  ous: {", ...members(ous, 4), "  },"],
    ...accessBlocks(draft),
    movedLines(draft.moved ?? {}),
  ];
  const body = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `import { defineOrganization } from "landfall";\n\nexport default defineOrganization({\n${body.join("\n\n")}\n});\n`;
}

const head = (answers: Answers): string[] => [
  `  name: ${literal(answers.name)},`,
  `  homeRegion: ${literal(answers.homeRegion)},`,
  "  // Everywhere else is denied by the guardrail region-allow-list.",
  `  regions: ${literal(answers.regions)},`,
  "  // AWS wants an address of its own for every account, and never takes one twice. Mail must reach a team, not a person.",
  `  accountEmail: ${literal(answers.accountEmail)},`,
];

const growthLines = ({ growth }: Draft): string[] =>
  growth === undefined ? [] : ["  // What the next size brings, `landfall check` tells as a next step and not as a fault.", `  growth: ${literal(growth)},`];

function delegations({ delegatedAdministrators = {}, delegationNote }: Draft): string[] {
  const entries = Object.entries(delegatedAdministrators).map(([service, keys]) => `    ${literal(service)}: ${literal(keys)},`);
  if (entries.length === 0) return [];
  return [...comment(delegationNote, 2), "  delegatedAdministrators: {", ...entries, "  },"];
}

function settingsLines({ settings = {}, settingsNote }: Draft): string[] {
  const entries = Object.entries(settings).flatMap(([name, use]) => member(4, name, use));
  return entries.length === 0 ? [] : [...comment(settingsNote, 2), "  guardrails: {", ...entries, "  },"];
}

function movedLines(moved: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(moved).map(([from, to]) => `    ${literal(from)}: ${literal(to)},`);
  if (entries.length === 0) return [];
  return ["  // What has a new name. Take it out once it has been applied everywhere.", "  moved: {", ...entries, "  },"];
}

/** The members of an `ous` block; an OU with a heading begins a paragraph. */
const members = (ous: Readonly<Record<string, OuDraft>>, indent: number): string[] =>
  Object.entries(ous).flatMap(([name, ou], index) => [
    ...(ou.heading !== undefined && index > 0 ? [""] : []),
    ...comment(ou.heading, indent),
    ...block(memberName(name), ou, indent),
  ]);

/** One OU or the root: on one line where it only has a description. */
function block(name: string, ou: OuDraft, indent: number): string[] {
  const margin = " ".repeat(indent);
  const content = contentOf(ou, indent + 2);
  const [only, ...more] = content;
  if (only === undefined) return [`${margin}${name}: {},`];
  if (more.length === 0 && ou.description !== undefined) return [`${margin}${name}: { ${only.trim().replace(/,$/, "")} },`];
  return [`${margin}${name}: {`, ...content, `${margin}},`];
}

function contentOf(ou: OuDraft, indent: number): string[] {
  const margin = " ".repeat(indent);
  const { accounts = {}, ous = {} } = ou;
  return [
    ...(ou.description === undefined ? [] : [`${margin}description: ${literal(ou.description)},`]),
    ...(ou.guardrails === undefined ? [] : [...comment(ou.guardrailsNote, indent), ...listLines("guardrails", ou.guardrails, indent)]),
    ...(Object.keys(accounts).length === 0
      ? []
      : [...comment(ou.accountsNote, indent), `${margin}accounts: {`, accountMembers(indent + 2, accounts), `${margin}},`]),
    ...(Object.keys(ous).length === 0 ? [] : [`${margin}ous: {`, ...members(ous, indent + 2), `${margin}},`]),
    ...(ou.closing ?? []).map((line) => `${margin}// ${line}`),
  ];
}

const comment = (text: string | undefined, indent: number): string[] => (text === undefined ? [] : [`${" ".repeat(indent)}// ${text}`]);
