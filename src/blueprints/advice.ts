/**
 * - `small`: a company that begins with a few accounts.
 * - `team`: one team with one product.
 * - `services`: several teams with services of their own.
 * - `units`: business units under one governance.
 */
export type Company = "small" | "team" | "services" | "units";

/** What decides about the structure: how the company works, what the law asks, what may be spent on trying out. */
export interface Situation {
  readonly company: Company;
  /** Who works in AWS. */
  readonly people: number;
  /** Stages before production. */
  readonly environments: readonly string[];
  /** Whether rules such as HIPAA or PCI DSS hold for some of the data. */
  readonly regulated: boolean;
  /** Whether people get accounts to try things out in. */
  readonly sandboxes: boolean;
  /** Whether delivery is governed apart from what it delivers. */
  readonly delivery: boolean;
}

export interface Advice {
  /** The name of a blueprint. */
  readonly blueprint: string;
  /** Names of extras that go with it. */
  readonly extras: readonly string[];
  /** Why, a sentence for each decision. */
  readonly because: readonly string[];
}

/** Beyond these the next size is less work than the exceptions in the smaller one. */
const FEW_PEOPLE = 10;
const MANY_PEOPLE = 200;

/** The blueprint and the extras that fit; larger only where an answer asks for it. */
export function advise(situation: Situation): Advice {
  if (situation.company === "team") return forTeam(situation);
  const size = sizeFor(situation);
  const framework = size.blueprint === "starter" || size.blueprint === "full";
  const extras = [
    ...(situation.company === "units" ? [{ name: "business-units", why: "Units that share governance share the OUs, and have accounts of their own." }] : []),
    // The full structure has it already.
    ...(situation.regulated && size.blueprint === "starter" ? [{ name: "policy-staging", why: "Where rules bind, policies are tried out on a mirror of the OUs first." }] : []),
    ...(framework && situation.environments.length > 2 ? [{ name: "split-sdlc", why: "More than two stages before production are governed in OUs of their own." }] : []),
  ];
  return { blueprint: size.blueprint, extras: extras.map(({ name }) => name), because: [size.why, ...extras.map(({ why }) => why)] };
}

function sizeFor({ company, people, environments, regulated, sandboxes, delivery }: Situation): { readonly blueprint: string; readonly why: string } {
  if (company === "units") return { blueprint: "full", why: "Business units need the whole recommended structure." };
  if (delivery) return { blueprint: "full", why: "Delivery that is governed apart has OUs of its own in the whole recommended structure." };
  if (people > MANY_PEOPLE) return { blueprint: "full", why: `More than ${MANY_PEOPLE} people need the whole recommended structure.` };
  if (company === "services") return { blueprint: "starter", why: "Services of several teams need SDLC and Prod apart, beside Security and Infrastructure." };
  if (regulated) return { blueprint: "starter", why: "Data under rules needs security accounts of their own and SDLC apart from Prod." };
  if (sandboxes) return { blueprint: "smb", why: "Accounts for trying out need an OU that keeps them away from everything else." };
  if (people > FEW_PEOPLE) return { blueprint: "smb", why: `More than ${FEW_PEOPLE} people need logs and production apart.` };
  if (environments.length > 1) return { blueprint: "smb", why: "Several stages before production need production apart." };
  return { blueprint: "smb-starter", why: "A small company begins with four accounts; it grows into the next size without making one again." };
}

function forTeam({ regulated, delivery }: Situation): Advice {
  const extras = [
    ...(delivery ? [{ name: "split-delivery", why: "Delivery to production is governed apart from the other deliveries." }] : []),
    ...(regulated ? [{ name: "policy-organization", why: "Where rules bind, policies are tried out in a second organization first." }] : []),
  ];
  return { blueprint: "team", extras: extras.map(({ name }) => name), because: ["One product has its stages, its audit and its sandboxes.", ...extras.map(({ why }) => why)] };
}
