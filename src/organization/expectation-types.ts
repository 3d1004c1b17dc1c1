/** A statement about access that must hold: it is proven by every check, every plan and `landfall test`. */
export interface Expectation {
  /** Why it must hold, for whoever reads that it does not. */
  readonly because?: string;
  /**
   * Who: `root`, `administrator`, `role/NAME`, `permission-set/NAME`, also with `*`, or the ARN of somebody of any account;
   * `group/NAME` is whoever has the group's permission sets, where it has them; `anyone` is everybody inside the accounts
   * whom policies or the file name, `outsiders` whoever comes from outside the organization. Default: `anyone`.
   */
  readonly who?: readonly string[];
  /** Everybody but these, who may; `exempt` are the roles that guardrails let through. `*` and `?` are wildcards. */
  readonly only?: readonly string[];
  /** Actions that each of them can take in an ordinary request. */
  readonly can?: readonly string[];
  /** Actions that none of them can take, whatever policies of its own it has. `*` and `?` are wildcards. */
  readonly cannot?: readonly string[];
  /**
   * Guardrails by name, `*` for all that are attached: what their own proof cases say is denied is denied to administrators and
   * root users wherever they are attached, and nobody there becomes a role that they let through and him not.
   */
  readonly guardrails?: readonly string[];
  /** Places of which none can reach into another: OUs by their path, accounts by key. With `accounts` or `ous`: that nobody from there can reach into. */
  readonly isolated?: readonly string[];
  /** Accounts by key. Without `accounts` and `ous`: every member account. */
  readonly accounts?: readonly string[];
  /** OUs by their path, for example `Workloads/Prod`: all accounts below. `root` is all member accounts. */
  readonly ous?: readonly string[];
  /** Resources by ARN, with wildcards; `{account}` is the account's id. Default: any. */
  readonly on?: readonly string[];
  /** Condition keys that the requests have, with their values. */
  readonly when?: Readonly<Record<string, string>>;
}
