import { accountNamed, type AccessAccount, type AccessModel, type Around, blastRadius, crossAccountGrants, type Grant, humanPaths, principalIn, separation, type Trend, trendOf, unusedWays } from "../../access/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { blastRadiusHuman, blastRadiusJson, isolationHuman, isolationJson, type IsolationScreen } from "../../report/index.ts";
import { type AskedSource, accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { readResourcePolicies } from "../resource-policies-file.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args } = invocation;
  const [word, ...where] = args.filter((arg) => arg !== undefined);
  if (word !== undefined) refuseIdle(invocation);
  const typed = word === undefined ? undefined : compromised(word, where);
  const asked = await accessSource(invocation, { iamOf: "all", services: true });
  const around = await aroundOf(asked, invocation);
  return typed === undefined ? wholeReport(invocation, asked, around) : radiusOf(invocation, typed, { asked, around });
}

/** A flag that would have no effect is refused. */
function refuseIdle({ flags }: Invocation): void {
  const idle = [...(flags.text("since") === undefined ? [] : ["--since"]), ...(flags.text("unusedDays") === undefined ? [] : ["--unused-days"]), ...(flags.list("expect").length === 0 ? [] : ["--expect"])];
  if (idle.length > 0) throw new LandfallError({ code: "LF9001", severity: "error", summary: `${idle.join(" and ")} ${idle.length === 1 ? "is" : "are"} about all accounts, not about a principal.`, fix: "Leave out the principal, or the flag." }, "usage");
}

async function aroundOf({ model, items, organization, resources }: AskedSource, { flags, terminal }: Invocation): Promise<Around> {
  const file = flags.text("resourcePolicies");
  const told = file === undefined ? resources : await readResourcePolicies(model, file, terminal.cwd);
  return { items, catalog: await loadCatalog(), ...(organization === undefined ? {} : { organization }), ...(told === undefined ? {} : { resources: told }) };
}

async function wholeReport(invocation: Invocation, asked: AskedSource, around: Around): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const { model, organization, people = [], source, lacks = new Set() } = asked;
  const afterDays = daysOf(flags, asked);
  const grants = crossAccountGrants(model, around);
  const trend = await since(invocation, { asked, grants });
  const screen = {
    grants,
    model,
    source,
    separation: separation(model, grants, around),
    people: humanPaths(model, people, organization),
    unused: { ...unusedWays(grants, { at: source.readAt ?? new Date().toISOString(), days: afterDays, ...(organization?.exemptRoles === undefined ? {} : { exemptRoles: organization.exemptRoles }) }), afterDays },
    ...(trend === undefined ? {} : { trend }),
    resourcesTold: around.resources?.resources.length ?? 0,
    notRead: [...(lacks.has("assignment") ? ["assignments, which the organization file alone tells"] : []), ...(lacks.has("delegated-administrator") ? ["delegated administrators and StackSets, which snapshots of earlier versions do not hold"] : [])],
  };
  terminal.out(flags.text("format") === "json" ? isolationJson(screen, TOOL) : isolationHuman(screen, terminal.outStyle));
  const failing = flags.list("expect").filter((what) => HOLDS[what]?.(screen) !== true);
  if (failing.length === 0) return "done";
  terminal.note(`\nExpected, and not so for certain: ${failing.join(", ")}.\n`);
  return "expectation";
}

/** What can be expected of the whole report, by the word of the flag. What is not known does not hold. */
const HOLDS: Readonly<Record<string, (screen: Pick<IsolationScreen, "grants" | "separation" | "people">) => boolean>> = {
  purposes: ({ grants }) => grants.every(({ purpose, decided }) => purpose !== undefined || (decided.length > 0 && decided.every(({ outcome }) => outcome === "denied"))),
  "identity-center": ({ people: { paths, unknown } }) => paths.length + unknown.length === 0,
  apart: ({ separation: { uncertain, byRolesOnly } }) => uncertain + byRolesOnly === 0,
};

/** Days without use after which AWS's own analyzer, too, calls a role unused by default. */
const UNUSED_DAYS = 90;

function daysOf(flags: Invocation["flags"], { source }: AskedSource): number {
  const typed = flags.text("unusedDays");
  if (typed === undefined) return UNUSED_DAYS;
  if (source.kind === "file") throw new LandfallError({ code: "LF9001", severity: "error", summary: "--unused-days needs --live or --snapshot.", fix: "The organization file does not know when a role was last used; ask a snapshot, or AWS as it is now." }, "usage");
  if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
  throw new LandfallError({ code: "LF9001", severity: "error", summary: `--unused-days ${typed} is no number of days.`, fix: "Name a whole number from 1 to 9999, for example --unused-days 90." }, "usage");
}

/** What has changed since an older snapshot; the file alone knows too few roles for that. */
async function since({ flags, terminal, ...rest }: Invocation, { asked, grants }: { readonly asked: AskedSource; readonly grants: readonly Grant[] }): Promise<(Trend & { readonly since: string }) | undefined> {
  const name = flags.text("since");
  if (name === undefined) return undefined;
  if (asked.source.kind === "file") throw new LandfallError({ code: "LF9001", severity: "error", summary: "--since needs --live or --snapshot.", fix: "The organization file does not know all roles; compare two snapshots, or one with AWS as it is now." }, "usage");
  const older = await (await import("../snapshot-source.ts")).snapshotSource({ flags, terminal, ...rest }, name);
  const before = crossAccountGrants(older.model, { items: older.items, catalog: await loadCatalog(), ...(older.resources === undefined ? {} : { resources: older.resources }) });
  const lacks = (source: AskedSource): Set<Grant["kind"]> => new Set([...(source.lacks ?? []), ...(source.resources === undefined ? (["resource"] as const) : [])]);
  return { ...trendOf({ model: older.model, grants: before, lacks: lacks(older) }, { model: asked.model, grants, lacks: lacks(asked) }), since: `${name}, ${older.source.readAt?.slice(0, 10) ?? ""}` };
}

function radiusOf({ flags, terminal }: Invocation, typed: Typed, { asked: { model, source }, around }: { readonly asked: AskedSource; readonly around: Around }): ExitReason {
  const radius = blastRadius(model, typed.principal, accountOf(model, typed), around);
  const screen = { radius, model, source, resourcesTold: around.resources?.resources.length ?? 0 };
  terminal.out(flags.text("format") === "json" ? blastRadiusJson(screen, TOOL) : blastRadiusHuman(screen, terminal.outStyle));
  return "done";
}

interface Typed {
  readonly principal: string;
  /** Absent where the principal's ARN says it. */
  readonly account?: string;
}

function compromised(principal: string, [preposition, account, more]: readonly string[]): Typed {
  if (preposition === "in" && account !== undefined && more === undefined) return { principal, account };
  if (principal.startsWith("arn:") && preposition === undefined) return { principal };
  throw unclear("The principal is not complete.");
}

function accountOf(model: AccessModel, { principal: word, account }: Typed): AccessAccount {
  const principal = principalIn(model, word, account === undefined ? model.managementAccount : accountNamed(model, account));
  if (principal.account === undefined) throw unclear(`${word} is in no account of the organization.`);
  return principal.account;
}

const unclear = (summary: string): LandfallError => new LandfallError({ code: "LF9004", severity: "error", summary, fix: "Name who is compromised, and where:\n\n  landfall isolation role/deploy in ACCOUNT" }, "usage");
