import type { Rule } from "../rule.ts";

export const accountIdUnique: Rule = {
  code: "LF2008",
  name: "account-id-unique",
  severity: "error",
  source: "Account.id: the account a key stands for",
  check: ({ organization, accounts }) => {
    const management = organization.managementAccount?.id;
    const owner = new Map<string, string>(management === undefined ? [] : [[management, "the management account"]]);
    return accounts.flatMap(({ address, path, key, account: { id } }) => {
      if (id === undefined) return [];
      const other = owner.get(id);
      if (other === undefined) {
        owner.set(id, `account "${key}"`);
        return [];
      }
      return [{ address, path: [...path, "id"], summary: `Account "${key}" has the id ${id}, which is that of ${other}.` }];
    });
  },
};
