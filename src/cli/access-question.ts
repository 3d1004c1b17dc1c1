import { type AccessAccount, type AccessModel, accountNamed, exampleResource } from "../access/index.ts";
import { LandfallError, nearest } from "../diagnostics/index.ts";
import { parseArn } from "../ids/index.ts";
import { type ActionFacts, type Catalog, loadCatalog, type NamedPolicy, parsePolicyText, type RequestContext } from "../policy/index.ts";
import type { Flags } from "./flags.ts";
import { readPolicyText } from "./policy-files.ts";

/** An action as AWS spells it, with what is known of it. */
export interface AskedAction {
  readonly action: string;
  /** Absent for one that was taken though it is not in AWS's list. */
  readonly facts?: ActionFacts;
}

/** @throws LandfallError LF3204 for an action that AWS does not have */
export async function askedAction(typed: string, flags: Flags): Promise<AskedAction> {
  const catalog = await loadCatalog();
  const facts = catalog.action(typed);
  if (facts !== undefined) return { action: facts.action, facts };
  if (flags.on("anyAction") && typed.includes(":")) return { action: typed };
  const suggestion = nearestAction(catalog, typed);
  throw new LandfallError({ code: "LF3204", severity: "error", summary: `AWS has no action ${typed} (its list of ${catalog.date}).`, ...(suggestion === undefined ? {} : { suggestion }), fix: "Write it as service:Action. One that is newer than the list is taken with --any-action." }, "usage");
}

function nearestAction(catalog: Catalog, typed: string): string | undefined {
  const [prefix = "", name = ""] = typed.split(":");
  const service = catalog.service(prefix) ?? catalog.service(nearest(prefix, catalog.prefixes()) ?? "");
  const meant = nearest(name, service?.actions.keys() ?? []);
  return service?.actions.get(meant ?? "")?.action;
}

/** Values of the keys that were given as `KEY=VALUE`; a key that is given several times has several values, one of `--without` none. */
export function askedContext(flags: Flags): RequestContext {
  const context = new Map<string, string | string[]>();
  for (const given of flags.list("context")) {
    const at = given.indexOf("=");
    if (at < 1) throw new LandfallError({ code: "LF9001", severity: "error", summary: `--context ${given} has no value.`, fix: "Write it as --context KEY=VALUE, for example --context aws:RequestedRegion=us-east-1." }, "usage");
    const [key, value] = [given.slice(0, at), given.slice(at + 1)];
    const before = context.get(key);
    context.set(key, before === undefined ? value : [before, value].flat());
  }
  const both = flags.list("without").find((key) => Array.from(context.keys(), (given) => given.toLowerCase()).includes(key.toLowerCase()));
  if (both !== undefined) throw new LandfallError({ code: "LF9001", severity: "error", summary: `The request cannot have ${both} and be without it.`, fix: "Leave out --context or --without for the key." }, "usage");
  // A key without values is known to be absent.
  return Object.fromEntries([...context, ...flags.list("without").map((key) => [key, []] as const)]);
}

/** The policy of the resource that a file holds. */
export async function askedResourcePolicy(flags: Flags, cwd: string): Promise<NamedPolicy | undefined> {
  const name = flags.text("resourcePolicy");
  if (name === undefined) return undefined;
  const { document, problems } = parsePolicyText(await readPolicyText(name, cwd));
  if (document !== undefined && problems.length === 0) return { name, document };
  throw new LandfallError({ code: "LF3040", severity: "error", summary: `${name} is no policy${problems[0] === undefined ? "" : `: ${problems[0].message}`}`, fix: `See what is wrong with it:\n\n  landfall policy lint --kind resource ${name}` }, "usage");
}

/**
 * The resource as it was typed. What is no ARN is one that no policy can name, so the answer would be about nothing.
 * @throws LandfallError LF9004
 */
export function askedResource(typed: string | undefined): string | undefined {
  if (typed === undefined || typed === "*" || parseArn(typed) !== undefined) return typed;
  throw new LandfallError({ code: "LF9004", severity: "error", summary: `The resource ${typed} is no ARN.`, fix: "Write it whole, for example arn:aws:s3:::logs/2026; left out, it is one that no policy names." }, "usage");
}

/** The account that owns the resource, where one is named. */
export const askedOwner = (model: AccessModel, flags: Flags): AccessAccount | undefined => {
  const name = flags.text("resourceAccount");
  return name === undefined ? undefined : accountNamed(model, name);
};

/** A resource to ask about where none is typed, in the Region that the request is for. */
export function askedExample(model: AccessModel, { facts }: AskedAction, account: AccessAccount, context: RequestContext): string | undefined {
  const region = Object.entries(context).find(([key]) => key.toLowerCase() === "aws:requestedregion")?.[1];
  return facts === undefined ? undefined : exampleResource(model, facts, account, typeof region === "string" ? region : undefined);
}
