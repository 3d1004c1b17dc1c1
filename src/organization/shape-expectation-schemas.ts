import * as z from "zod";

const names = (says: string) => z.array(z.string()).min(1).optional().describe(says);

export const expectation = z
  .strictObject({
    because: z.string().optional().describe("Why it must hold, for whoever reads that it does not."),
    who: names("Who: `root`, `administrator`, `role/NAME`, `permission-set/NAME`, also with `*`, or the ARN of somebody of any account; `group/NAME` is whoever has the group's permission sets, where it has them; `anyone` is everybody inside the accounts whom policies or the file name, `outsiders` whoever comes from outside the organization. Default: `anyone`."),
    only: names("Everybody but these, who may; `exempt` are the roles that guardrails let through. `*` and `?` are wildcards."),
    can: names("Actions that each of them can take in an ordinary request."),
    cannot: names("Actions that none of them can take, whatever policies of its own it has. `*` and `?` are wildcards."),
    guardrails: names("Guardrails by name, `*` for all that are attached: what their own proof cases say is denied is denied to administrators and root users wherever they are attached, and nobody there becomes a role that they let through and him not."),
    isolated: names("Places of which none can reach into another: OUs by their path, accounts by key. With `accounts` or `ous`: that nobody from there can reach into."),
    accounts: names("Accounts by key. Without `accounts` and `ous`: every member account."),
    ous: names("OUs by their path, for example `Workloads/Prod`: all accounts below. `root` is all member accounts."),
    on: names("Resources by ARN, with wildcards; `{account}` is the account's id. Default: any."),
    when: z.record(z.string(), z.string()).optional().describe("Condition keys that the requests have, with their values."),
  })
  .meta({ id: "Expectation", description: "A statement about access that must hold: it is proven by every check, every plan and `landfall test`." });

export const EXPECTATION_SCHEMAS = { expectation } as const;
