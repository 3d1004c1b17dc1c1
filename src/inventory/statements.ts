import type { Address } from "../ids/index.ts";
import { notWritten, type Organization } from "../organization/index.ts";

/** What the file says about things that exist already, beside what it declares. */
export interface Statements {
  /** New address by old. */
  readonly moved: ReadonlyMap<Address, Address>;
  readonly adopt: ReadonlySet<Address>;
  readonly remove: ReadonlySet<Address>;
  /** What it declares that is judged and not written to AWS, in sentences. */
  readonly notWritten?: readonly string[];
}

export const NO_STATEMENTS: Statements = { moved: new Map(), adopt: new Set(), remove: new Set() };

export function statementsOf(organization: Organization): Statements {
  const { moved, adopt, remove } = organization;
  const left = notWritten(organization);
  return { moved: new Map(Object.entries(moved ?? {})), adopt: new Set(adopt), remove: new Set(remove), ...(left.length === 0 ? {} : { notWritten: left }) };
}

/** What an adopted thing is from the moment the file says so; an attachment goes with its policy. */
export function adopted<T extends { readonly owner: string; readonly item: { readonly address: Address; readonly policy?: Address } }>(
  observed: T,
  { adopt }: Statements,
): T {
  const { address, policy } = observed.item;
  const isAdopted = observed.owner === "watched" && (adopt.has(address) || (policy !== undefined && adopt.has(policy)));
  return isAdopted ? { ...observed, owner: "ours" } : observed;
}
