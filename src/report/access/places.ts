import { type AccessAccount, type AccessModel, placesOf } from "../../access/index.ts";
import { type Address, nameOfAddress, ROOT } from "../../ids/index.ts";
import { listing } from "../words.ts";

/** Places that are told before the rest is counted. */
const MOST = 6;

/** Accounts as a person tells them: `Workloads/Prod, log-archive, 3 more`. An OU stands for all its accounts. */
export function placesWords(model: AccessModel, accounts: readonly AccessAccount[], universe?: readonly AccessAccount[]): string {
  return listing(placesOf(model, accounts, universe).map((place) => placeWord(model, place)), MOST);
}

const placeWord = (model: AccessModel, place: Address): string => (place === ROOT ? "every member account" : model.nodes.has(place) ? `OU ${nameOfAddress(place)}` : nameOfAddress(place));
