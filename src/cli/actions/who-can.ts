import { type AccessAccount, type AccessModel, accountNamed, nodeNamed, whoCan } from "../../access/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import { whoCanHuman, whoCanJson } from "../../report/index.ts";
import { askedAction, askedContext, askedExample, askedOwner, askedResource } from "../access-question.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import type { Flags } from "../flags.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [typed = "", typedResource], flags, terminal } = invocation;
  const action = await askedAction(typed, flags);
  const context = askedContext(flags);
  const resource = askedResource(typedResource);
  const named = flags.list("account");
  const { model, source } = await accessSource(invocation, { iamOf: named.length > 0 && flags.list("ou").length === 0 ? named : "all" });
  const owner = askedOwner(model, flags) ?? ownerIn(model, resource);
  const accounts = selected(model, flags);
  const example = (account: AccessAccount): string | undefined => askedExample(model, action, owner ?? account, context);
  const lines = whoCan(model, {
    action: action.action,
    resource: resource ?? example,
    context,
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    ...(accounts === undefined ? {} : { accounts }),
  });
  const region = Object.keys(context).some((key) => key.toLowerCase() === "aws:requestedregion") ? [] : [`Requests go to ${model.homeRegion}, the home Region.`];
  const assumed = [...(resource === undefined && example(model.managementAccount) !== undefined ? ["The resource is one in the principal's own account that no policy names."] : []), ...region];
  if (flags.text("format") === "json") terminal.out(whoCanJson({ action: action.action, ...(resource === undefined ? {} : { resource }), lines, source, assumed }, TOOL));
  else terminal.out(whoCanHuman({ question: [action.action, ...(resource === undefined ? [] : [resource])], lines, model, source, assumed }, terminal.outStyle));
  return "done";
}

/** The account that an ARN names, where it is one of ours. */
const ownerIn = (model: AccessModel, resource: string | undefined): AccessAccount | undefined => model.accountsById.get(resource?.split(":")[4] ?? "");

/** The accounts that the flags select; undefined for all. */
function selected(model: AccessModel, flags: Flags): AccessAccount[] | undefined {
  const [keys, ous] = [flags.list("account"), flags.list("ou")];
  if (keys.length + ous.length === 0) return undefined;
  const places = new Set(ous.map((ou) => nodeNamed(model, ou).address));
  const below = [...model.accounts.values()].filter(({ path, management }) => !management && path.some((node) => places.has(node)));
  return [...new Set([...keys.map((key) => accountNamed(model, key)), ...below])];
}
