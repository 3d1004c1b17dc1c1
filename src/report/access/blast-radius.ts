import type { AccessAccount, AccessModel, BlastRadius, Containment, Hop, Reach, ResourceReach, WayIn, WholeReach } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { enveloped } from "../json.ts";
import { hang, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { sourceJson } from "./can-json.ts";
import { limitLines } from "./isolation-parts.ts";
import { placesWords } from "./places.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";
import { waysInLines } from "./ways-in.ts";

export interface BlastRadiusScreen {
  readonly radius: BlastRadius;
  readonly model: AccessModel;
  readonly source: AccessSource;
  /** How many policies of resources were told. */
  readonly resourcesTold: number;
}

/** Hops told one by one; the rest is counted. */
const MOST = 20;

/** What somebody reaches who has taken a principal over: now, and after containment. */
export function blastRadiusHuman({ radius, model, source, resourcesTold }: BlastRadiusScreen, style: Style): string {
  const { principal, account, before } = radius;
  const title = wrap(`${clean(style, principal.word)} in ${clean(style, account.key)}, compromised`, style.width).map((line) => paint(style, "bold", line));
  const parts = [title, [...reachLines("Now", before, { radius, model }, style), ...notKnownLines(model, style)], ...containmentParts({ radius, model }, style), [...limitLines(resourcesTold, style), ...sourceLines(source, style)]];
  return `${parts.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

type Told = Pick<BlastRadiusScreen, "radius" | "model">;

function reachLines(when: string, reach: WholeReach, told: Told, style: Style): string[] {
  const sum = reachSum(reach, told);
  const whole = reach.isWhole ? [] : hang("  ", "Not everything was asked: there are too many roles or resources for one answer.", style, "warning");
  return [...hang(`${when}: `, sum, style), ...hopLines(reach.hops, told, style), ...resourceLines(reach.resources, style), ...whole];
}

/** Accounts that may have roles which nobody asked: what is told of roles then is what is known, not all there is. */
const rolesNotKnown = ({ accounts, iamKnown }: AccessModel): AccessAccount[] => [...accounts.values()].filter(({ state, address }) => state !== "closed" && !iamKnown.has(address));

function notKnownLines(model: AccessModel, style: Style): string[] {
  const without = rolesNotKnown(model);
  if (without.length === 0) return [];
  return hang("  Roles not all known: ", `${placesWords(model, without, [...model.accounts.values()].filter(({ state }) => state !== "closed"))}.`, style, "warning");
}

function reachSum({ hops }: Reach, { radius, model }: Told): string {
  const home = radius.account;
  const accounts = (certain: boolean): number => new Set(hops.filter((hop) => hop.certain === certain && hop.account.address !== home.address).map(({ account }) => account)).size;
  const [sure, maybe] = [accounts(true), accounts(false)];
  if (hops.length === 0) return rolesNotKnown(model).length === 0 ? "it becomes no other role." : "it becomes no other role that is known.";
  const roles = hops.filter(({ certain }) => certain).length;
  if (roles === 0) return `it may become ${count(hops.length, "other role")}, in ${count(maybe, "other account")}; none for certain.`;
  return `it becomes ${count(roles, "other role")}, ${sure === 0 ? "in no other account" : `in ${count(sure, "other account")}`}${maybe === 0 ? "." : `; of ${count(maybe, "account")} it is not known.`}`;
}

/** A line for each hop; those from the same place into the same role of several accounts share one. */
function hopLines(hops: readonly Hop[], { radius, model }: Told, style: Style): string[] {
  const groups = groupBy(hops, (hop) => [hop.depth, placeOf(hop.from), hop.word, hop.way, hop.certain, hop.hangsOn.join()].join(" "));
  const lines = groups.slice(0, MOST).flatMap((group) => hopLine(group, { radius, model }, style));
  return groups.length <= MOST ? lines : [...lines, ...hang("  ", `${count(groups.length - MOST, "more hop")}; --format json has all.`, style)];
}

const placeOf = (hop: Hop | undefined): string => (hop === undefined ? "" : `${hop.word} in ${hop.account.key}`);

function hopLine(group: readonly Hop[], { model }: Told, style: Style): string[] {
  const [hop] = group;
  if (hop === undefined) return [];
  const places = placesWords(model, group.map(({ account }) => account));
  const way = hop.way === "assumes" ? "" : ", by changing whom it trusts";
  const from = hop.from === undefined ? "" : `, from ${placeOf(hop.from)}`;
  const doubt = hop.certain ? "" : hop.hangsOn.length === 0 ? "; not known, as the hop before" : `; not known: hangs on ${[...new Set(hop.hangsOn)].join(", ")}`;
  const mark: Mark = hop.certain ? "danger" : "warning";
  return hang(`  ${"  ".repeat(Math.min(hop.depth, 6) - 1)}${hop.depth} `, clean(style, `${hop.word} in ${places}${from}${way}${doubt}`), style, mark);
}

/** A line for each resource that is reached. */
function resourceLines(resources: readonly ResourceReach[], style: Style): string[] {
  const lines = resources.slice(0, MOST).flatMap(({ resource, account, as, actions, certain, hangsOn }) => {
    const doubt = certain ? "" : hangsOn.length === 0 ? "; not known, as the role" : `; not known: hangs on ${hangsOn.join(", ")}`;
    return hang("  reaches ", clean(style, `${resource} in ${account.key}, as ${as}: ${actions.length > 6 ? count(actions.length, "action") : listing(actions, 6)}${doubt}`), style, certain ? "danger" : "warning");
  });
  return resources.length <= MOST ? lines : [...lines, ...hang("  ", `${count(resources.length - MOST, "more resource")}; --format json has all.`, style)];
}

function containmentParts({ radius, model }: Told, style: Style): string[][] {
  const { containment, account } = radius;
  if (!containment.possible) {
    const why = containment.why === "management" ? "no SCP binds the management account: take away its permissions and what trusts it" : "SCPs are not enabled: enable them, or take away its permissions and what trusts it";
    return [hang("", `After containment the same: ${why}.`, style, "warning")];
  }
  const { denies, after } = containment;
  const scp = denies === "principal" ? `an SCP on ${clean(style, account.key)} that denies everything to this principal` : `an SCP on ${clean(style, account.key)} that denies everything to everybody but the roles that guardrails let through`;
  return [
    [...wrap(`After containment, with ${scp}:`, style.width), ...reachLines("Anew", after, { radius, model }, style), ...sessionLines(containment, model, style)],
    waysInLines(containment, account, style),
  ];
}

type Contained = Extract<Containment, { possible: true }>;

function sessionLines({ open, openResources }: Contained, model: AccessModel, style: Style): string[] {
  if (open.length === 0) return wrap(rolesNotKnown(model).length === 0 ? "No session that it can have opened before stays." : "No session that it can have opened before stays, at roles that are known.", style.width);
  return [
    ...wrap("Sessions that it can have opened before stay until they end, after an hour at most where a role assumed the role, and go on from there to what is listed above:", style.width),
    ...hang("  ", clean(style, sessionWords(open, model)), style, "warning"),
    ...resourceLines(openResources, style),
  ];
}

function sessionWords(open: readonly Hop[], model: AccessModel): string {
  const groups = groupBy(open, ({ word, certain }) => (certain ? word : `${word} (not known)`));
  return groups.map((group) => `${group[0]?.word ?? ""}${group[0]?.certain === true ? "" : " (not known)"} in ${placesWords(model, group.map(({ account }) => account))}`).join("; ");
}

/** The same as `landfall.blast-radius/1`, with every hop. */
export function blastRadiusJson({ radius, model, source, resourcesTold }: BlastRadiusScreen, tool: string): string {
  const { principal, account, before, containment } = radius;
  const contained = containment.possible ? { ...containment, after: reachJson(containment.after), open: containment.open.map(hopJson), openResources: containment.openResources.map(resourceJson), waysIn: containment.waysIn satisfies readonly WayIn[] } : containment;
  return enveloped({ format: "landfall.blast-radius/1", tool }, { principal: principal.word, account: account.key, before: reachJson(before), containment: contained, rolesNotKnown: rolesNotKnown(model).map(({ key }) => key), resourcesTold, source: sourceJson(source) });
}

const reachJson = ({ hops, resources, isWhole }: WholeReach): object => ({ hops: hops.map(hopJson), resources: resources.map(resourceJson), isWhole });

const resourceJson = ({ account, ...reach }: ResourceReach): object => ({ ...reach, account: account.key });

const hopJson = ({ account, word, way, from, depth, certain, hangsOn }: Hop): object => ({ role: word, account: account.key, way, ...(from === undefined ? {} : { from: { role: from.word, account: from.account.key } }), depth, certain, hangsOn });
