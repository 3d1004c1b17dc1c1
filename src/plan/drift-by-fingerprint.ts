import type { Address } from "../ids/index.ts";
import type { Item, Observed } from "../inventory/index.ts";
import { canBeAdded, type DriftInput, formerAddress, type Found, isSilent, placesOf, turned } from "./drift-found.ts";
import { contentOf, contentsOf } from "./fingerprint/content.ts";
import { type Fingerprint, knowledgeOf, wasLeft } from "./fingerprint/fingerprint.ts";

/**
 * What was changed since a fingerprint was left. Where the file still says what the run left, the file tells what the
 * thing was; where it says something else, only that it was changed can be told. What is neither declared nor in AWS any
 * more has no address to look up, and is not told.
 */
export function sinceFingerprint(left: Fingerprint, input: DriftInput): Found[] {
  const { desired, observation } = input;
  const declared = [...desired.values()].filter((item) => !isSilent(item, input)).flatMap((item) => ofDeclared(left, item, input));
  const undeclared = [...observation.items.values()].filter(({ item }) => !desired.has(item.address) && !isSilent(item, input)).flatMap((observed) => ofUndeclared(left, observed));
  return [...declared, ...undeclared];
}

function ofDeclared(left: Fingerprint, item: Item, { observation, comparers }: DriftInput): Found[] {
  const { address, kind } = item;
  const observed = observation.items.get(address);
  const known = knowledgeOf(left, item);
  if (known === "absent" && observed !== undefined && isAdded(left, observed)) return [{ address, kind, what: "added", differences: [], inFile: false }];
  if (known !== "declared") return [];
  const inFile = wasLeft(left, item, contentOf(item));
  if (observed === undefined) {
    const isGone = (place: Address): boolean => !observation.items.has(place);
    return placesOf(item).some(isGone) ? [] : [{ address, kind, what: "gone", differences: [], inFile }];
  }
  if (!inFile) return changedSince(left, observed);
  const differences = comparers.get(kind)?.compare(item, observed) ?? [];
  return differences.length === 0 ? [] : [{ address, kind, what: "changed", differences: turned(differences), inFile }];
}

function ofUndeclared(left: Fingerprint, observed: Observed): Found[] {
  const { address, kind } = observed.item;
  const known = knowledgeOf(left, observed.item);
  if (known === "absent" && isAdded(left, observed)) return [{ address, kind, what: "added", differences: [], inFile: true }];
  return known === "declared" ? changedSince(left, observed) : [];
}

function changedSince(left: Fingerprint, observed: Observed): Found[] {
  const { item } = observed;
  const contents = contentsOf(observed);
  if (contents === undefined || contents.some((content) => wasLeft(left, item, content))) return [];
  return [{ address: item.address, kind: item.kind, what: "changed", differences: [], inFile: false }];
}

const isAdded = (left: Fingerprint, observed: Observed): boolean => canBeAdded(observed) && knowledgeOf(left, { ...observed.item, address: formerAddress(observed) }) === "absent";
