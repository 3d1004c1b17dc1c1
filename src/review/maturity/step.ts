import type { Subject } from "../subject.ts";

/** One thing that an organization can do or cannot, as far as its file says. */
export interface Capability {
  readonly title: string;
  isOn(subject: Subject): boolean;
  /** What to do to have it, in one sentence. */
  readonly next: string;
}

/** One of the steps in which an organization grows, with what belongs to it in the order to take it. */
export interface Step {
  readonly title: string;
  readonly capabilities: readonly Capability[];
}

/** Whether accounts in use exist, and each is as asked. */
export const everyAccount = (subject: Subject, is: (account: Subject["accounts"][number]) => boolean): boolean => {
  const inUse = subject.accounts.filter(({ account }) => (account.state ?? "active") === "active");
  return inUse.length > 0 && inUse.every(is);
};

/** Whether an OU directly below the root has that name, however it is written. */
export const hasTopOu = ({ nodes }: Subject, name: string): boolean => nodes.some(({ names }) => names.length === 1 && plain(names[0] ?? "") === name);

export const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, "");

/** Whether a policy that is attached at the root, an OU or an account denies what is asked. */
export const deniesSomewhere = ({ targets, statements }: Subject, denies: (statement: NonNullable<ReturnType<Subject["statements"]["get"]>>[number]) => boolean): boolean =>
  targets.some(({ declared }) => (declared.policies ?? []).some((key) => (statements.get(key) ?? []).some(denies)));
