import { placeOfSpan } from "../../config/index.ts";
import type { Diagnostic, ExitReason } from "../../diagnostics/index.ts";
import { kindOfPolicy, lintPolicyText, loadCatalog, parsePolicyText, type PolicyDocumentKind, policyKindName } from "../../policy/index.ts";
import { count, diagnosticsHuman } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { diagnosticsAs } from "../diagnostics-as.ts";
import { readPolicyText } from "../policy-files.ts";

export async function act({ args, flags, terminal }: Invocation): Promise<ExitReason> {
  const catalog = await loadCatalog();
  const diagnostics: Diagnostic[] = [];
  const guesses = new Map<string, PolicyDocumentKind>();
  const names = args.filter((name) => name !== undefined);
  for (const name of names) {
    const text = await readPolicyText(name, terminal.cwd);
    const kind = (flags.text("kind") as PolicyDocumentKind | undefined) ?? kindOfPolicy(parsePolicyText(text).value);
    guesses.set(name, kind);
    for (const { at, message, code, severity, fix, suggestion } of lintPolicyText(text, kind, catalog)) {
      diagnostics.push({ code, severity, summary: message, fix, suggestion, ...(at === undefined ? {} : { place: placeOfSpan(name, text, at) }) });
    }
  }
  const written = diagnosticsAs(flags, diagnostics, "policies");
  if (written !== undefined) terminal.out(written);
  else {
    terminal.out(diagnosticsHuman(diagnostics, terminal.outStyle));
    if (diagnostics.length === 0) terminal.out(`${count(names.length, "policy", "policies")}: nothing to report.\n`);
    if (flags.text("kind") === undefined) terminal.err(guessed(guesses));
  }
  const failing = flags.text("failOn") === "warning" ? ["error", "warning"] : ["error"];
  return diagnostics.some(({ severity }) => failing.includes(severity)) ? "findings" : "done";
}

function guessed(kinds: ReadonlyMap<string, PolicyDocumentKind>): string {
  const names = [...new Set([...kinds.values()].map(policyKindName))];
  return `Read as ${names.join(" and ")}; --kind says what they are.\n`;
}
