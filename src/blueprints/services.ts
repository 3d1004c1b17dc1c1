import type { Answers } from "./blueprint.ts";
import { type Draft, withoutAccounts } from "./draft.ts";

/** The name of the first service. */
export const serviceOf = (answers: Answers): string => answers.service ?? "foo";

/** Takes the accounts of a service away, the one that deploys it among them. */
export const withoutService = (draft: Draft, service: string): Draft => withoutAccounts(draft, (_, account) => account.service === service);
