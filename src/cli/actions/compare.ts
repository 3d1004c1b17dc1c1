import { type AccessModel, compareNodes, exampleResource, nodeNamed } from "../../access/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import { type Catalog, loadCatalog } from "../../policy/index.ts";
import { compareHuman, compareJson } from "../../report/index.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { guardrailsIn } from "../statement-places.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [left = "", right = ""], flags, terminal } = invocation;
  const { model, source } = await accessSource(invocation);
  const comparison = compareNodes(model, nodeNamed(model, left), nodeNamed(model, right), everyAction(model, await loadCatalog()));
  const screen = { comparison, guardrailsIn, source };
  terminal.out(flags.text("format") === "json" ? compareJson(screen, TOOL) : compareHuman(screen, terminal.outStyle));
  return "done";
}

/** Every action of AWS's list, each on a resource that no policy names. */
function* everyAction(model: AccessModel, catalog: Catalog): Generator<{ readonly action: string; readonly resource?: string }> {
  for (const prefix of catalog.prefixes()) {
    for (const facts of catalog.service(prefix)?.actions.values() ?? []) {
      const resource = exampleResource(model, facts, model.managementAccount);
      yield { action: facts.action, ...(resource === undefined ? {} : { resource }) };
    }
  }
}
