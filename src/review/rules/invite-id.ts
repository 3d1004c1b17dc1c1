import type { Rule } from "../rule.ts";

/** An account that exists already is known by its id; the address of its root user may change hands. */
export const inviteId: Rule = {
  code: "LF2021",
  name: "invite-id",
  severity: "error",
  source: "Account.invite",
  rows: [92],
  check: ({ accounts }) =>
    accounts
      .filter(({ account }) => account.invite === true && (account.id === undefined || account.new === true))
      .map(({ address, path, key, account }) => ({
        address,
        path: [...path, "invite"],
        summary: account.new === true ? `Account "${key}" is to be invited and new at once.` : `Account "${key}" is to be invited, but states no id.`,
      })),
};
