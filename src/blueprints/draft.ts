import type { Account, Budget, GuardrailUse, Growth, IdentityCenter } from "../organization/index.ts";

export type Accounts = Readonly<Record<string, Account>>;

/** The root or an OU as it will be written, with what its owner should read beside it. */
export interface OuDraft {
  /** A comment above it. */
  readonly heading?: string;
  readonly description?: string;
  /** A comment above its guardrails. */
  readonly guardrailsNote?: string;
  readonly guardrails?: readonly string[];
  /** A comment above its accounts. */
  readonly accountsNote?: string;
  readonly accounts?: Accounts;
  readonly ous?: Readonly<Record<string, OuDraft>>;
  /** Comments at its end, a line each. */
  readonly closing?: readonly string[];
}

/** An organization file before it is written: what blueprints make, and extras and growth change. */
export interface Draft {
  /** A comment above the management account. */
  readonly managementNote: string;
  readonly managementOwner: string;
  readonly delegationNote?: string;
  /** The accounts that administer a service for the organization, by service principal. */
  readonly delegatedAdministrators?: Readonly<Record<string, readonly string[]>>;
  /** A comment above the settings of guardrails. */
  readonly settingsNote?: string;
  readonly settings?: Readonly<Record<string, GuardrailUse>>;
  readonly root: OuDraft;
  /** How far the organization has grown, where rules about what comes later are to wait. */
  readonly growth?: Growth;
  readonly people?: IdentityCenter;
  readonly budgets?: Readonly<Record<string, Budget>>;
  /** New address by old. */
  readonly moved?: Readonly<Record<string, string>>;
}

/** Names from the root down, joined by `/`; empty for the root. */
export type OuPath = string;

const namesOf = (path: OuPath): string[] => path.split("/").filter((name) => name !== "");

/** The OU at a path; undefined when there is none. */
export const ouAt = (draft: Draft, path: OuPath): OuDraft | undefined =>
  namesOf(path).reduce<OuDraft | undefined>((ou, name) => ou?.ous?.[name], draft.root);

/** Changes the OU at a path. One that is not there is made, after its siblings. */
export function withOu(draft: Draft, path: OuPath, change: (ou: OuDraft) => OuDraft): Draft {
  const into = (ou: OuDraft, [name, ...rest]: readonly string[]): OuDraft =>
    name === undefined ? change(ou) : { ...ou, ous: { ...ou.ous, [name]: into(ou.ous?.[name] ?? {}, rest) } };
  return { ...draft, root: into(draft.root, namesOf(path)) };
}

/** Puts accounts into the OU at a path, after those that are there. */
export const withAccounts = (draft: Draft, path: OuPath, accounts: Accounts): Draft =>
  withOu(draft, path, (ou) => ({ ...ou, accounts: { ...ou.accounts, ...accounts } }));

/** Takes an OU away, with all that is in it. */
export function withoutOu(draft: Draft, path: OuPath): Draft {
  const names = namesOf(path);
  const last = names.pop();
  return withOu(draft, names.join("/"), (ou) => ({ ...ou, ous: filtered(ou.ous ?? {}, (name) => name !== last) }));
}

/** Takes the accounts away that a test says to, wherever they are. */
export function withoutAccounts(draft: Draft, goes: (key: string, account: Account) => boolean): Draft {
  const clean = (ou: OuDraft): OuDraft => ({
    ...ou,
    ...(ou.accounts === undefined ? {} : { accounts: filtered(ou.accounts, (key, account) => !goes(key, account)) }),
    ...(ou.ous === undefined ? {} : { ous: Object.fromEntries(Object.entries(ou.ous).map(([name, child]) => [name, clean(child)])) }),
  });
  return { ...draft, root: clean(draft.root) };
}

/** The root and every OU with its path, parents before children. */
export function ousOf(draft: Draft): { readonly path: OuPath; readonly ou: OuDraft }[] {
  const below = (path: OuPath, ou: OuDraft): { path: OuPath; ou: OuDraft }[] => [
    { path, ou },
    ...Object.entries(ou.ous ?? {}).flatMap(([name, child]) => below(path === "" ? name : `${path}/${name}`, child)),
  ];
  return below("", draft.root);
}

const filtered = <T>(record: Readonly<Record<string, T>>, stays: (key: string, value: T) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => stays(key, value)));
