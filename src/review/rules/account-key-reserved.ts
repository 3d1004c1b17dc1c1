import { MANAGEMENT_ACCOUNT } from "../../inventory/index.ts";
import type { Rule } from "../rule.ts";

export const accountKeyReserved: Rule = {
  code: "LF2003",
  name: "account-key-reserved",
  severity: "error",
  source: "The management account's address",
  check: ({ accounts }) =>
    accounts
      .filter((account) => account.address === MANAGEMENT_ACCOUNT)
      .map(({ address, path, key }) => ({
        address,
        path,
        summary: `The key "${key}" stands for the management account, which the file states under \`managementAccount\`.`,
      })),
};
