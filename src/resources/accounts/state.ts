import type { Account } from "@aws-sdk/client-organizations";
import type { AccountState } from "../../organization/index.ts";
import { STATE_TAG } from "../../inventory/index.ts";
import type { Tags } from "../../organization/index.ts";

/**
 * Our word for an account's state at AWS. `State` is read where AWS gives it, the retired `Status` where not;
 * there, SUSPENDED could only mean closed. Source: Organizations User Guide, "Monitor the state of your AWS accounts".
 */
export function stateOf({ State, Status }: Pick<Account, "State" | "Status">, tags: Tags): AccountState {
  const atAws: string | undefined = State ?? (Status === "SUSPENDED" ? "CLOSED" : Status);
  if (atAws === "CLOSED" || atAws === "PENDING_CLOSURE") return "closed";
  return tags[STATE_TAG] === "held" ? "held" : "active";
}
