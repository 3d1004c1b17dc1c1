import { readFile, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type ExitReason, LandfallError, nearest } from "../../diagnostics/index.ts";
import { namesInPack } from "../../guardrails/index.ts";
import { expand, type Inventory, type Observation } from "../../inventory/index.ts";
import { readSavedPlan } from "../../plan/index.ts";
import { count, organizationPicture, type Picture, PICTURE_FORMS, planPicture, reachPicture } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { unreadable } from "../policy-files.ts";

type Form = keyof typeof PICTURE_FORMS;

const FORMS: Readonly<Record<string, Form>> = { ".svg": "svg", ".mmd": "mermaid", ".md": "mermaid", ".drawio": "drawio", ".xml": "drawio", ".txt": "text" };

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const out = flags.text("out");
  const form = (flags.text("as") as Form | undefined) ?? formOf(out);
  const style = out === undefined ? terminal.outStyle : { ...terminal.outStyle, color: false };
  const drawn = PICTURE_FORMS[form](await picture(invocation), style);
  // Markdown shows a chart that stands in a fence of its own.
  const text = form === "mermaid" && out !== undefined && extname(out) === ".md" ? `\`\`\`mermaid\n${drawn}\`\`\`\n` : drawn;
  if (out === undefined) {
    terminal.out(text);
    return "done";
  }
  await writeFile(resolve(terminal.cwd, out), text).catch((error: unknown) => {
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `${out} could not be written.`, detail: error instanceof Error ? error.message : "" }, "failed", { cause: error });
  });
  terminal.out(`Wrote ${out}, ${count(text.length, "character")}.\n`);
  return "done";
}

function formOf(out: string | undefined): Form {
  if (out === undefined) return "text";
  const form = FORMS[extname(out).toLowerCase()];
  if (form !== undefined) return form;
  throw new LandfallError({ code: "LF9001", severity: "error", summary: `The ending of ${out} names no form of a picture.`, fix: `End it with one of ${Object.keys(FORMS).join(", ")}, or say --as.` }, "usage");
}

async function picture(invocation: Invocation): Promise<Picture> {
  const { flags, terminal } = invocation;
  const [policy, saved] = [flags.text("policy"), flags.text("plan")];
  if (policy !== undefined && saved !== undefined) {
    throw new LandfallError({ code: "LF9001", severity: "error", summary: "--policy and --plan do not go together.", fix: "Draw one after the other." }, "usage");
  }
  const all = flags.on("all");
  if (saved !== undefined) {
    const text = await readFile(resolve(terminal.cwd, saved), "utf8").catch((error: unknown) => unreadable(saved, error));
    const { plan, desired } = readSavedPlan(text, saved);
    return planPicture(plan, desired, { name: plan.organization.name, all });
  }
  const checked = await readOrganizationFile(flags, terminal);
  const organization = usable(checked);
  const source = asksAws(invocation) ? await (await import("../observed.ts")).observed(invocation, checked) : expand(organization);
  const { name } = organization;
  if (policy === undefined) return organizationPicture(source, { name, all });
  return reachPicture(source, policy, { name, all }) ?? nowhere(policy, source);
}

/** A flag about AWS means AWS, with --live or without. */
const asksAws = ({ flags }: Invocation): boolean => flags.on("live") || flags.on("local") || ["profile", "role", "endpointUrl"].some((flag) => flags.text(flag) !== undefined);

function nowhere(policy: string, source: Inventory | Observation): never {
  const items = "items" in source ? [...source.items.values()].map(({ item }) => item) : [...source.values()];
  const names = items.flatMap((item) => (item.kind === "policy" ? [item.name, ...namesInPack(item)] : []));
  const suggestion = names.includes(policy) ? undefined : nearest(policy, names);
  const summary = names.includes(policy) ? `${policy} is attached nowhere.` : `There is no policy or guardrail ${policy}.`;
  throw new LandfallError({ code: "LF9002", severity: "error", summary, ...(suggestion === undefined ? {} : { suggestion }), fix: "Name one that is attached; they stand in brackets in:\n\n  landfall draw" }, "usage");
}
