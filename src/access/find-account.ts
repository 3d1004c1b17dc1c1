import { LandfallError, nearest } from "../diagnostics/index.ts";
import { accountAddress } from "../ids/index.ts";
import type { AccessAccount, AccessModel } from "./model.ts";

/**
 * An account by its key, its address or its id; `management` is the management account, an OU any account there, where one was added.
 * @throws LandfallError LF3201 when there is none
 */
export function accountNamed(model: AccessModel, name: string): AccessAccount {
  const found = model.accounts.get(accountAddress(name)) ?? model.accounts.get(accountAddress(`ou:${name}`)) ?? model.accounts.get(name) ?? model.accountsById.get(name) ?? (name === "management" ? model.managementAccount : undefined);
  if (found !== undefined) return found;
  const suggestion = nearest(name, Array.from(model.accounts.values(), ({ key }) => key));
  throw new LandfallError({ code: "LF3201", severity: "error", summary: `There is no account ${name}.`, ...(suggestion === undefined ? {} : { suggestion }), fix: "List them:\n\n  landfall show --declared --full" }, "usage");
}
