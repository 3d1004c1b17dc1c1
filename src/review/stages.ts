import type { PlacedNode } from "../organization/index.ts";

/** Production, or what comes before it. */
export type Lane = "production" | "non-production";

/**
 * Names people give to the stages of the software life cycle and to the OUs that hold them, without hyphens.
 * A word that is not here says nothing, so no rule speaks about it.
 */
const WORDS: Readonly<Record<Lane, readonly string[]>> = {
  production: ["prod", "production", "prd", "live"],
  "non-production": [
    "sdlc", "nonprod", "nonproduction", "dev", "development", "test", "testing", "qa", "beta", "staging", "stage", "preprod",
    "preproduction", "uat", "sit", "int", "integration", "acceptance",
  ],
};

const LANES = new Map(Object.entries(WORDS).flatMap(([lane, words]) => words.map((word) => [word, lane as Lane])));

/** The lane that the name of a stage or of an OU tells; undefined when it tells none. */
export const laneOf = (name: string): Lane | undefined => LANES.get(name.toLowerCase().replaceAll(/[-_ ]/g, ""));

/** The lane of a place: that of the nearest OU on the way up that tells one. */
export const laneOfNode = (node: PlacedNode): Lane | undefined =>
  node.names.reduceRight<Lane | undefined>((lane, name) => lane ?? laneOf(name), undefined);

/** The OU directly below the root that a place is in, in lower case; empty for the root itself. */
export const topOu = (node: PlacedNode): string => (node.names[0] ?? "").toLowerCase();

/** The same without hyphens, underscores and spaces, for names that people write in several ways. */
export const plainOu = (node: PlacedNode): string => topOu(node).replaceAll(/[-_ ]/g, "");

export const EXCEPTIONS = "exceptions";
export const FOUNDATIONS = ["security", "infrastructure"];
export const SANDBOX = "sandbox";
export const SUSPENDED = "suspended";
export const WORKLOADS = "workloads";
