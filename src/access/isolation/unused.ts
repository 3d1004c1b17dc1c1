import type { AccessAccount } from "../model.ts";
import { wildcardExpression } from "../../policy/index.ts";
import type { Grant } from "./model.ts";
import { isOfFoundation } from "./purposes.ts";

/** A role that lets other accounts in and that nobody has used for long. */
export interface UnusedWay {
  /** `role/partner` */
  readonly by: string;
  readonly account: AccessAccount;
  /** ISO 8601; absent where nobody has used it since it was made, or as far back as IAM remembers. */
  readonly lastUsedAt?: string;
  readonly createdAt: string;
  /** Whole days since then. */
  readonly days: number;
}

export interface Unused {
  readonly ways: readonly UnusedWay[];
  /** How many grants IAM has told the last use of, and how many nobody has. */
  readonly told: number;
  readonly notTold: number;
}

export interface UnusedOptions {
  /** When what is known was read, as ISO 8601. */
  readonly at: string;
  /** Days without use from which on it is proposed to take a role away. */
  readonly days: number;
  /** Roles for emergencies are not used for long on purpose. */
  readonly exemptRoles?: readonly string[];
}

const DAY = 86_400_000;

/** Roles made and last used long ago. What AWS and landfall make is not proposed: others decide whether it is needed. */
export function unusedWays(grants: readonly Grant[], { at, days: least, exemptRoles = [] }: UnusedOptions): Unused {
  const spared = exemptRoles.map((pattern) => wildcardExpression(pattern.split(/[:/]/).at(-1) ?? pattern));
  const found = new Map<string, UnusedWay>();
  for (const { by, uses = [] } of grants) {
    const name = by.replace(/^role\//, "");
    if (isOfFoundation(name) || spared.some((pattern) => pattern.test(name))) continue;
    for (const { account, createdAt, lastUsedAt } of uses) {
      const days = Math.floor((Date.parse(at) - Date.parse(lastUsedAt ?? createdAt)) / DAY);
      if (days >= least) found.set(`${by} ${account.address}`, { by, account, createdAt, ...(lastUsedAt === undefined ? {} : { lastUsedAt }), days });
    }
  }
  const told = grants.filter(({ uses }) => uses !== undefined).length;
  return { ways: [...found.values()].toSorted((a, b) => b.days - a.days), told, notTold: grants.length - told };
}
