import type { AccountRecord } from "../organizations/index.ts";
import { accountsTable, renameAccount } from "../organizations/index.ts";
import { operation } from "./operation.ts";

/** Unconfirmed: how an account reads that is being closed; this service has no state for it, and it still works. */
const stateOf = (state: AccountRecord["state"] | undefined): string => (state === undefined || state === "PENDING_CLOSURE" ? "ACTIVE" : state);

const getAccountInformation = operation<object, object>({
  name: "GetAccountInformation",
  input: {},
  errors: [],
  run: ({ world, account }) => ({
    AccountId: account.id,
    AccountName: account.name,
    AccountCreatedDate: account.createdAt,
    AccountState: stateOf(accountsTable(world).get(account.id)?.state),
  }),
});

/** AWS shows a new name everywhere within hours; here it is shown at once. */
const putAccountName = operation<{ AccountName: string }, object>({
  name: "PutAccountName",
  input: { AccountName: { required: true, min: 1, max: 50, pattern: /^[ -;=?-~]+$/ } },
  errors: [],
  run({ world, account }, input) {
    renameAccount(world, account.id, input.AccountName);
    return {};
  },
});

export const accountInformationOperations = [getAccountInformation, putAccountName];
