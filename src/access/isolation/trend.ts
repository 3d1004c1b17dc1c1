import type { Address } from "../../ids/index.ts";
import type { AccessModel } from "../model.ts";
import type { Grant, GrantKind } from "./model.ts";

/** What two readings of an organization know, so that only what both know is compared. */
export interface Reading {
  readonly model: AccessModel;
  readonly grants: readonly Grant[];
  /** Kinds of grants that the reading does not tell of. */
  readonly lacks: ReadonlySet<GrantKind>;
}

/** One way into one account, or into all at once. */
export interface WayInto {
  readonly kind: GrantKind;
  readonly from: string;
  readonly by: string;
  /** The account's key. */
  readonly to: string;
}

export interface Trend {
  /** Ways into single accounts, then and now. */
  readonly before: number;
  readonly after: number;
  readonly added: readonly WayInto[];
  readonly gone: readonly WayInto[];
  /** Kinds of grants that only one of the two tells of. */
  readonly notCompared: readonly GrantKind[];
  /** Addresses of accounts whose roles only one of the two knows. */
  readonly accountsNotCompared: readonly Address[];
}

/** How the grants have changed between two readings. Assignments are told by the file, of which no reading keeps a copy. */
export function trendOf(before: Reading, after: Reading): Trend {
  const lacks = new Set<GrantKind>(["assignment", ...before.lacks, ...after.lacks]);
  const known = new Set([...after.model.iamKnown].filter((address) => before.model.iamKnown.has(address)));
  const [then, now] = [before, after].map(({ grants }) => waysOf(grants.filter(({ kind }) => !lacks.has(kind)), known));
  const compared = [...before.grants, ...after.grants].map(({ kind }) => kind);
  const added = [...(now ?? [])].filter(([key]) => then?.has(key) !== true).map(([, way]) => way);
  const gone = [...(then ?? [])].filter(([key]) => now?.has(key) !== true).map(([, way]) => way);
  return {
    before: then?.size ?? 0,
    after: now?.size ?? 0,
    added,
    gone,
    notCompared: [...lacks].filter((kind) => compared.includes(kind)),
    accountsNotCompared: [...new Set([...before.model.iamKnown, ...after.model.iamKnown])].filter((address) => !known.has(address)),
  };
}

function waysOf(grants: readonly Grant[], known: ReadonlySet<Address>): Map<string, WayInto> {
  const ways = grants.flatMap(({ kind, from, by, to }) =>
    to === "organization" ? [{ kind, from, by, to: "organization" }] : to.filter(({ address }) => (kind !== "trust" && kind !== "stacksets") || known.has(address)).map(({ key }) => ({ kind, from, by, to: key })),
  );
  return new Map(ways.map((way) => [[way.kind, way.from, way.by, way.to].join("\n"), way]));
}
