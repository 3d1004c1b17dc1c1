import { accessKeysTable } from "../../access-key.ts";
import { accountOfAccessKeyId } from "../../access-key-id.ts";
import type { Operation } from "../../operation.ts";
import { knownAccountsTable } from "../organizations/index.ts";
import { required } from "./constraints.ts";
import { validationError } from "./errors.ts";

/**
 * The account of a key, active or not, and of temporary credentials. A deleted key still names its account.
 * Unconfirmed: how AWS answers for an id that is no key's.
 */
export const getAccessKeyInfo: Operation<{ AccessKeyId: string }, object> = {
  name: "GetAccessKeyInfo",
  input: { AccessKeyId: required({ min: 16, max: 128, pattern: /^[\w]*$/ }) },
  errors: ["ValidationError"],
  run({ world }, { AccessKeyId }) {
    const named = accountOfAccessKeyId(AccessKeyId);
    const Account = accessKeysTable(world).get(AccessKeyId)?.accountId ?? (named !== undefined && knownAccountsTable(world).has(named) ? named : undefined);
    if (Account === undefined) throw validationError(`The access key ${AccessKeyId} does not exist.`);
    return { Account };
  },
};
