import type { CreateAccountState, CreateAccountStatus } from "@aws-sdk/client-organizations";
import { allPages, type Aws } from "../../aws/index.ts";
import type { CreationInFlight } from "../../inventory/index.ts";

/** Account creations in the given states. AWS names them only by account name: a creation carries no e-mail and no tag. */
export async function creations(aws: Aws, States: CreateAccountState[]): Promise<CreateAccountStatus[]> {
  const organizations = await aws.organizations();
  return allPages(
    (NextToken) => organizations.listCreateAccountStatus({ States, NextToken }),
    (page) => page.CreateAccountStatuses,
  );
}

/** Accounts that AWS is still creating: neither present nor absent. */
export async function creationsInFlight(aws: Aws): Promise<CreationInFlight[]> {
  const running = await creations(aws, ["IN_PROGRESS"]);
  return running.map(({ Id = "", AccountName = "", RequestedTimestamp }) => ({
    requestId: Id,
    accountName: AccountName,
    requestedAt: RequestedTimestamp?.getTime() ?? 0,
  }));
}
