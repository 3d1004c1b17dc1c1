import { listOf } from "../shape.ts";
import type { PolicyStatement } from "../document.ts";
import { READING } from "./reading.ts";
import { atomsOf, TextPattern } from "./text-pattern.ts";
import { NO } from "./truth.ts";

/** Action or NotAction of a statement, by service prefix. All names are in lower case: AWS compares actions without case. */
export interface ActionMatcher {
  readonly any: boolean;
  readonly negated: boolean;
  readonly services: ReadonlyMap<string, ServiceActions>;
}

interface ServiceActions {
  /** Every action of the service. */
  all: boolean;
  readonly names: Set<string>;
  readonly patterns: TextPattern[];
}

/** Source: IAM User Guide, "IAM JSON policy elements: Action". Undefined for a statement without either element (open question missing-element). */
export function compileActions({ Action, NotAction }: PolicyStatement): ActionMatcher | undefined {
  const element = Action ?? NotAction;
  if (element === undefined) return undefined;
  let any = false;
  const services = new Map<string, ServiceActions>();
  for (const text of listOf(element)) {
    const pattern = text.toLowerCase();
    // Open question action-service-wildcard.
    if (pattern === "*" || pattern === "*:*") any = true;
    else if (!/[\s,]/.test(pattern)) add(services, pattern);
  }
  return { any, negated: Action === undefined, services };
}

function add(services: Map<string, ServiceActions>, pattern: string): void {
  const colon = pattern.indexOf(":");
  if (colon < 0) return;
  const service = pattern.slice(0, colon);
  const name = pattern.slice(colon + 1);
  const found = services.get(service) ?? { all: false, names: new Set(), patterns: [] };
  services.set(service, found);
  if (/^\*+$/.test(name)) found.all = true;
  else if (/[*?]/.test(name)) found.patterns.push(new TextPattern(atomsOf([{ text: name, literal: false }], true)));
  else found.names.add(name);
}

export function matchesAction(matcher: ActionMatcher, service: string, name: string): boolean {
  return (matcher.any || lists(matcher.services.get(service), name)) !== matcher.negated;
}

/** Whether a statement may match actions of a service: all, none, or some by name. Undefined stands for a service that it does not name. */
export function reachOf({ any, negated, services }: ActionMatcher, service: string | undefined): "all" | "none" | "named" {
  const actions = service === undefined ? undefined : services.get(service);
  if (any || actions?.all === true) return negated ? "none" : "all";
  if (actions === undefined) return negated ? "all" : "none";
  return "named";
}

const lists = (actions: ServiceActions | undefined, name: string): boolean =>
  actions !== undefined && (actions.all || actions.names.has(name) || actions.patterns.some((pattern) => pattern.matchesRange(name, 0, name.length, READING) !== NO));
