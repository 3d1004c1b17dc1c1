import { type Address, trustedAccessAddress } from "../ids/index.ts";
import type { Observation } from "../inventory/index.ts";
import { PERSON_STEPS, type PersonStep, personStepLink } from "../limits/index.ts";
import type { Change, YourStep } from "./plan.ts";

const IDENTITY_CENTER = trustedAccessAddress("sso.amazonaws.com");

/** What a person must do before some of the changes, and those changes marked with it. */
export function withYourSteps(changes: readonly Change[], observation: Observation, homeRegion: string): { changes: Change[]; yours: YourStep[] } {
  const overQuota = new Set(creationsBeyond(changes, observation).map(({ address }) => address));
  const held: readonly [PersonStep, (change: Change) => boolean][] = [
    [PERSON_STEPS.accountQuota, ({ address }) => overQuota.has(address)],
    // Trusted access comes with the organization instance; on its own it would be there with nothing behind it.
    [PERSON_STEPS.identityCenter, ({ address, action }) => address === IDENTITY_CENTER && action === "enable"],
  ];
  const marked = changes.map((change) => {
    const step = held.find(([, holds]) => holds(change))?.[0];
    return step === undefined ? change : { ...change, yours: addressOf(step) };
  });
  const yours = held.flatMap(([step]) => {
    const holdsUp = marked.filter((change) => change.yours === addressOf(step)).map(({ address }) => address);
    return holdsUp.length === 0 ? [] : [toYours(step, holdsUp, homeRegion)];
  });
  return { changes: marked, yours };
}

const addressOf = ({ name }: PersonStep): Address => `you:${name}`;

const toYours = (step: PersonStep, holdsUp: readonly Address[], homeRegion: string): YourStep => ({
  kind: "you",
  address: addressOf(step),
  what: step.what.replaceAll("{region}", homeRegion),
  why: step.why,
  link: personStepLink(step, homeRegion),
  holdsUp,
});

/** Account creations for which the organization has no room. Closed accounts take room until AWS has deleted them. */
function creationsBeyond(changes: readonly Change[], { accountQuota, items, creationsInFlight }: Observation): Change[] {
  if (accountQuota === undefined) return [];
  const there = [...items.values()].filter(({ item }) => item.kind === "account").length;
  const begun = new Set(creationsInFlight.map(({ accountName }) => accountName));
  const creations = changes.filter(({ kind, action, desired }) => kind === "account" && action === "create" && !(desired?.kind === "account" && begun.has(desired.name)));
  // The management account of an organization that is yet to be made takes room too.
  return creations.slice(Math.max(0, accountQuota - Math.max(1, there) - creationsInFlight.length));
}
