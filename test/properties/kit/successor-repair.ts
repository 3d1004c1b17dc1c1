import { trustedService } from "../../../src/limits/index.ts";
import { isThere, parentPath, policyName, repaired, type Sketch } from "./sketch.ts";

/** What a second sketch may not say after a first is taken out, and what it must say is put in. */
export function repairedAfter(before: Sketch, sketch: Sketch): Sketch {
  const after = repaired(structuredClone(sketch));
  repairAccounts(before, after);
  repairPlaces(before, after);
  repairPolicies(before, after);
  repairRemovals(before, after);
  if (after.delegate !== undefined && !isThere(before, after.delegate)) delete after.delegate;
  return after;
}

/** An account has one key before and one after. */
function repairAccounts(before: Sketch, after: Sketch): void {
  const claimed = new Set<string>();
  for (const [key, account] of Object.entries(after.accounts)) {
    // Who was created under this key is no guest, and a guest stays one; an account of another key has its id.
    const earlier = before.accounts[key];
    const isOther = account.was !== undefined || (earlier !== undefined && earlier.invited !== true);
    if (isOther) delete account.invited;
    else if (earlier !== undefined) account.invited = true;
  }
  for (const [key, account] of Object.entries(after.accounts)) {
    const { was } = account;
    if (was === undefined) continue;
    const taken = after.accounts[was] !== undefined || before.accounts[key] !== undefined || claimed.has(was);
    if (taken || !isThere(before, was)) {
      delete account.was;
      delete account.by;
    } else claimed.add(was);
  }
}

/** One OU at a time is renamed, and one that is there. */
function repairPlaces(before: Sketch, after: Sketch): void {
  const [paths, old] = [new Set(after.places.map(({ path }) => path)), new Set(before.places.map(({ path }) => path))];
  let renamed = 0;
  for (const place of after.places) {
    if (place.was === undefined) continue;
    const fits = renamed === 0 && old.has(place.was) && !paths.has(place.was) && !old.has(place.path) && old.has(parentPath(place.path)) && paths.has(parentPath(place.was));
    if (fits) renamed += 1;
    else delete place.was;
  }
}

function repairPolicies(before: Sketch, after: Sketch): void {
  const namesIn = (sketch: Sketch): Set<string> => new Set(Object.entries(sketch.policies).map(([key, policy]) => `${policy.type}/${policyName(key, policy)}`));
  const [old, now] = [namesIn(before), namesIn(after)];
  for (const [key, policy] of Object.entries(after.policies)) {
    const { was, type } = policy;
    if (was !== undefined && (!old.has(`${type}/${was}`) || now.has(`${type}/${was}`) || old.has(`${type}/${policyName(key, policy)}`))) delete policy.was;
  }
}

/** Only what was there and is no longer declared can be said to go; an account that AWS would not close as it is loses its offices. */
function repairRemovals(before: Sketch, after: Sketch): void {
  const newKeys = new Map(Object.entries(after.accounts).flatMap(([key, { was }]) => (was === undefined ? [] : [[was, key] as const])));
  const office = (service: string, key: string): string => `delegated-administrator:${service}>account:${newKeys.get(key) ?? key}`;
  const offices = Object.entries(before.administrators).flatMap(([service, keys]) => keys.map((key) => ({ service, key, address: office(service, key) })));
  const declared = new Set(Object.entries(after.administrators).flatMap(([service, keys]) => keys.map((key) => `delegated-administrator:${service}>account:${key}`)));
  const gone = offices.filter(({ address }) => !declared.has(address));
  // Beyond so many administrators AWS registers no further one.
  const fits = (service: string): boolean => (after.administrators[service] ?? []).length + gone.filter((other) => other.service === service).length <= (trustedService(service)?.maxDelegatedAdministrators ?? Infinity);
  const mustGo = gone.filter(({ key, service }) => after.accounts[newKeys.get(key) ?? key]?.state === "closed" || after.remove.includes(`trusted-access:${service}`) || !fits(service));
  const possible = new Set([...gone.map(({ address }) => address), ...removableServices(before, after), ...removableTypes(before, after), ...removableRootAccess(before, after)]);
  after.remove = [...new Set([...after.remove.filter((address) => possible.has(address)), ...mustGo.map(({ address }) => address)])].toSorted();
}

/** Services with one administrator: a second is registered only when the first is not. */
export const SINGLE: ReadonlySet<string> = new Set(["sso.amazonaws.com"]);

const removableServices = (before: Sketch, after: Sketch): string[] =>
  [...new Set([...before.services, ...Object.keys(before.administrators)])].filter((service) => !after.services.includes(service) && after.administrators[service] === undefined).map((service) => `trusted-access:${service}`);

const removableRootAccess = (before: Sketch, after: Sketch): string[] => before.rootAccess.filter((feature) => !after.rootAccess.includes(feature)).map((feature) => `root-access:${feature}`);

/** Types without a policy in the second sketch; SCPs stay while FullAWSAccess is taken away somewhere, which only an SCP allows. */
function removableTypes(before: Sketch, after: Sketch): string[] {
  const left = new Set(Object.values(after.policies).map(({ type }) => type));
  if (after.byHand === "declared" || after.byHand === "adopted") left.add("scp");
  const types = new Set(Object.values(before.policies).map(({ type }) => type));
  return [...types].filter((type) => !left.has(type)).map((type) => `policy-type:${type}`);
}
