import { code, fenced, page, table } from "./markdown.mjs";

const FORMS = {
  scp: "service control policy",
  rcp: "resource control policy",
  s3: "S3 policy",
  ec2: "declarative policy for EC2",
};

/** Every guardrail: what it stops, what it lets through, what it leaves open, how that is proven, and what AWS is given. */
export const guardrailsPage = ({ GUARDRAILS, FOUNDATION_ROLES, PARAMETER_FORMS, contentOf, proofSettings }) => ({
  path: "docs/reference/guardrails.md",
  text: page(
    "# Guardrails",
    "A guardrail is a named policy with parameters, exceptions and proof. It is attached by its name, under `guardrails` of the root, an OU or an account in the [organization file](organization-file.md). One whose parameters all have a value by themselves needs nothing else; the others, and a second use with other parameters, get an entry under `guardrails` at the top of the file. `landfall explain NAME` says what stands here.",
    "Each comes with requests that must be denied and requests that must go on working, and a test has both evaluators of landfall decide all of them, in an account whose own policies allow everything. Another takes away every statement and every condition, one at a time, and sees a case fail.",
    "## Who is let through",
    `Most guardrails let through the roles that keep the organization running, in every account, by name: ${FOUNDATION_ROLES.map(code).join(", ")}, and those under \`exemptRoles\` of the file, such as break-glass. They never let anybody through by a tag, which whoever may tag could set. The guardrail [protect-org-roles](#protect-org-roles) keeps anybody inside an account from making such a role, changing it, or handing it to a service: attach it wherever another guardrail is. Service-linked roles need no exception, because service control policies do not bind them, and neither does the management account. Resource control policies let no role through by its name, since a foreign account may have a role of the same name.`,
    "## How they become policies of AWS",
    "Guardrails of one form that are attached to the same places share policies, as few as fit, and every place keeps one slot free. One edited guardrail rewrites one policy; one that no longer fits arrives in another before it leaves the old. Where a plan exchanges so many policies of a place at once that old and new ones together are more than AWS attaches there, the run stops at the one that AWS refuses (LF7005): nothing is let through on the way, and the change is to be made in two.",
    "## All guardrails",
    table(
      ["Guardrail", "What can no longer be done", "Form", "Proofs", "Rows"],
      GUARDRAILS.map(({ name, title, form, proof, rows }) => [`[${name}](#${name})`, title, FORMS[form], proof.length, rows.join(", ")]),
    ),
    GUARDRAILS.flatMap((guardrail) => section(guardrail, contentOf(guardrail, proofSettings(guardrail)), PARAMETER_FORMS)),
  ),
});

const section = ({ name, title, form, reason, source, parameters, leaves, proof }, content, forms) => [
  `## ${name}`,
  `${title}. A ${FORMS[form]}.`,
  reason,
  parameters.length > 0 && table(["Parameter", "Kind", "If not given", "What it is"], parameters.map((parameter) => row(parameter, forms))),
  `**Exceptions.** ${exceptions(content, form)}`,
  `**What it does not stop, and where it does not belong.**`,
  leaves.map((text) => `- ${text}`).join("\n"),
  `**Proofs.**`,
  proof.map(({ outcome, says, request, act }) => `- ${outcome === "denied" ? "denied" : "works"}: ${says} (${code(request?.action ?? act)})`).join("\n"),
  `**What AWS is given**, in an organization that governs \`eu-central-1\` and \`eu-west-1\` and exempts \`break-glass\`:`,
  fenced(json(content), "json"),
  `Source: ${source}.`,
].filter((block) => block !== false);

const row = ({ name, kind, description, from, example, ...parameter }, forms) => [
  code(name),
  kindOf(kind, parameter, forms),
  usual(parameter.default, from),
  example === undefined ? description : `${description} For example ${code(JSON.stringify(example))}.`,
];

function kindOf(kind, { form, least, most }, forms) {
  if (kind === "number") return least === undefined ? "number" : `${least} to ${most}`;
  if (kind === "string") return "text";
  return form === undefined ? "list of texts" : forms[form].says.replace(/^a /, "");
}

const usual = (value, from) => {
  if (from === "regions") return "the governed Regions";
  if (value === undefined) return "has to be given";
  return Array.isArray(value) && value.length === 0 ? "none" : code(JSON.stringify(value));
};

function exceptions(content, form) {
  if (content.Statement === undefined) return "None: the service enforces it on everybody in the account, and policies further down cannot take it back.";
  if (form === "rcp") return "No role; service-linked roles are not bound.";
  const open = content.Statement.filter(({ Condition }) => Condition?.ArnNotLike !== undefined);
  if (open.length === 0) return "Nobody inside an account is let through.";
  if (open.length === content.Statement.length) return "The roles above are let through.";
  const closed = content.Statement.filter((statement) => !open.includes(statement)).map(({ Sid }) => code(Sid));
  return `The roles above are let through, except by ${closed.join(", ")}.`;
}

const WIDTH = 110;

/** JSON in which lists of texts fill lines, because some hold a hundred. */
function json(value, indent = "") {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => json(item, inner));
    const line = `[${items.join(", ")}]`;
    if (indent.length + line.length <= WIDTH && !line.includes("\n")) return line;
    return value.every((item) => typeof item !== "object") ? `[\n${filled(items, inner)}\n${indent}]` : `[\n${items.map((item) => inner + item).join(",\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${json(member, inner)}`);
  const line = `{ ${members.join(", ")} }`;
  return indent.length + line.length <= WIDTH && !line.includes("\n") && indent !== "" ? line : `{\n${members.map((member) => inner + member).join(",\n")}\n${indent}}`;
}

function filled(items, indent) {
  const lines = [];
  let line = "";
  for (const item of items) {
    if (line !== "" && indent.length + line.length + item.length + 2 > WIDTH) {
      lines.push(`${line},`);
      line = item;
    } else line = line === "" ? item : `${line}, ${item}`;
  }
  return [...lines, line].map((text) => indent + text).join("\n");
}
