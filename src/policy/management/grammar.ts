import type { ValueOperator } from "./policy.ts";

/** What a setting may hold, as the syntax page of its policy type says. */
export interface SettingGrammar {
  readonly values: "one" | "many";
  /** The only values it takes. */
  readonly among?: readonly string[];
  readonly pattern?: RegExp;
  /** How many values the effective policy may have, and must. */
  readonly maximum?: number;
  readonly minimum?: number;
}

/** A group of keys: those with a meaning, and those that the author of a policy names. */
export interface GroupGrammar {
  /** By name in lower case. */
  readonly keys: Readonly<Record<string, Grammar>>;
  /** What stands under a key that the author names. */
  readonly named?: Grammar;
  /** Further keys are taken as they are: the pages that were read do not list them all. */
  readonly open?: true;
  /** Keys that the group must have in an effective policy. */
  readonly required?: readonly string[];
  /** How many keys the group may have in an effective policy, and must. */
  readonly maximum?: number;
  readonly minimum?: number;
}

export type Grammar = SettingGrammar | GroupGrammar;

/** One policy type. */
export interface ManagementPolicyType {
  /** The name in the API. */
  readonly type: string;
  /** The key at the top of every policy of the type. */
  readonly top: string;
  readonly grammar: GroupGrammar;
  /** The value-setting operators that the type takes; all when absent. */
  readonly operators?: readonly ValueOperator[];
}

export const isSettingGrammar = (grammar: Grammar): grammar is SettingGrammar => "values" in grammar;

/** What stands under a key of a group, if that is known. */
export const grammarOf = (grammar: GroupGrammar, name: string): Grammar | undefined => grammar.keys[name.toLowerCase()] ?? grammar.named;

export const one = (...among: readonly string[]): SettingGrammar => ({ values: "one", ...(among.length === 0 ? {} : { among }) });

export const many = (...among: readonly string[]): SettingGrammar => ({ values: "many", ...(among.length === 0 ? {} : { among }) });

export const group = (keys: Readonly<Record<string, Grammar>>, more: Omit<GroupGrammar, "keys"> = {}): GroupGrammar => ({ keys, ...more });

/** A group whose keys are all named by the author. */
export const named = (grammar: Grammar, more: Omit<GroupGrammar, "keys" | "named"> = {}): GroupGrammar => ({ keys: {}, named: grammar, ...more });

const REGIONS: SettingGrammar = { values: "many", pattern: /^(?:ALL_SUPPORTED|[a-z]{2,3}(?:-[a-z]+)+-\d+)$/ };

/** Two lists of Regions that security services share; both must be there, though they can be empty. */
export const enablement = (more: Readonly<Record<string, Grammar>> = {}): GroupGrammar =>
  group({ enable_in_regions: REGIONS, disable_in_regions: REGIONS, ...more }, { required: ["enable_in_regions", "disable_in_regions"] });
